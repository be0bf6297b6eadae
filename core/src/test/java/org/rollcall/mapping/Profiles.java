package org.rollcall.mapping;

import java.util.Map;
import org.rollcall.settings.SettingsText;

/// Projections for tests: the built-in one, and small ones with a single attribute.
final class Profiles {
  static final Map<String, String> ENVIRONMENT = Map.of("DATABASE_URL", "postgres://h/d");

  private static final String NAMES =
      """

        positions:
          PRES: Facility President
          VP: Facility Vice President
          SEC: Facility Secretary
          TREAS: Facility Treasurer
          AREP: Area Representative
      """;

  private Profiles() {}

  static Projection builtIn() {
    return SyncDefinition.read(SettingsText.builtIn(), ENVIRONMENT).projection();
  }

  /// The built-in one with names for some codes, as a person fills them in.
  static Projection named() {
    var text = SettingsText.builtIn().text();
    return SyncDefinition.read(
            new SettingsText("rollcall.yaml", text.replace("\n  positions:\n", NAMES)), ENVIRONMENT)
        .projection();
  }

  /// A projection whose attribute `a` is computed by `expression`.
  static Projection attribute(String expression) {
    return SyncDefinition.read(
            text("custom_attributes: { a: " + quoted(expression) + " }"), ENVIRONMENT)
        .projection();
  }

  /// Settings whose contact has an external id, an e-mail and the field in `line`.
  static SettingsText text(String line) {
    return new SettingsText(
        "rollcall.yaml",
        """
        vocabulary:
          offices: { P: President, VP: Vice President, S: Secretary, SEC: Secretary }
          grades: { "1": Junior, "2": Senior }
        roster:
          table: members
          key: id
          columns:
            { id: text, email: text, status: text, grade: integer, dues: number, ok: boolean,
              since: date, seen: timestamp, phone: text, first: text }
          join:
            region: { table: regions, on: region_id, columns: { code: text, size: integer } }
            club: { table: clubs, on: club_id, columns: { name: text, open: boolean }, where: open }
            offices:
              table: offices
              many: member_id
              columns: { code: text, ended: date, weight: integer }
              where: ended == null || ended >= today
        contact:
          external_id: member.id
          email: member.email
        """
            + line.indent(2));
  }

  static String quoted(String expression) {
    return "\"" + expression.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
