package org.rollcall.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.ColumnType;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.PrintableText;
import org.rollcall.model.RosterQuery;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsText;
import org.rollcall.survey.SchemaTables;

class SettingsDraftTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DATABASE_URL", "postgresql://club@db.example.org/club");
  private static final Settings BUILT_IN = Settings.read(SettingsText.builtIn(), ENVIRONMENT);
  private static final RosterQuery QUERY = BUILT_IN.mapping().roster();

  /// A code that waits to be named, and the count beside it.
  private static final Pattern ENTRY = Pattern.compile("^    # (.*?)( +# \\d+ members?(;.*)?)$");

  private final SortedMap<String, SortedMap<String, Optional<ColumnType>>> tables = tables();
  private final SettingsDraft draft = new SettingsDraft(SettingsText.builtIn().text(), ENVIRONMENT);

  @Test
  void a_roster_like_the_built_in_one_keeps_every_line() {
    table("members").keySet().removeAll(List.of("region_id", "facility_id"));
    tables.keySet().retainAll(List.of("members", "positions"));
    draft.fit(
        new RosterQuery(
            QUERY.schema(),
            QUERY.table(),
            QUERY.key(),
            QUERY.columns(),
            QUERY.where(),
            QUERY.joins().stream().filter(join -> join.name().equals("positions")).toList()),
        new SchemaTables(tables));
    assertThat(draft.told()).isEmpty();
    assertThat(draft.text()).isEqualTo(SettingsText.builtIn().text());
  }

  @Test
  void what_is_not_there_is_commented_out_with_all_that_needs_it() {
    table("members").remove("phone");
    table("members").remove("status");
    tables.remove("member_types");
    table("positions").remove("end_date");
    fit();

    var mapping = draft.definition().settings().mapping();
    assertThat(mapping.roster().columns()).doesNotContainKeys("phone", "status");
    assertThat(mapping.roster().where()).hasSize(1);
    assertThat(mapping.roster().joins())
        .extracting(join -> join.name())
        .containsExactlyInAnyOrder("region", "facility", "positions");
    assertThat(mapping.conditions()).isEmpty();
    assertThat(mapping.contact())
        .containsOnlyKeys(
            FieldName.EXTERNAL_ID,
            FieldName.EMAIL,
            FieldName.NAME,
            FieldName.attribute("positions"));
    assertThat(draft.told())
        .contains(
            "no column phone in members",
            "no table member_types",
            "no column end_date in positions",
            "contact.phone is left out");
    assertThat(draft.text())
        .contains("    # There is no column phone in members.\n    # phone: text\n")
        .contains("    # type:\n    #   table: member_types\n")
        .contains("      columns: { positiontype: text }\n");
  }

  @Test
  void columns_of_another_type_are_declared_as_they_are() {
    table("members").put("membertypeid", Optional.of(ColumnType.TEXT));
    table("members").put("membernumber", Optional.of(ColumnType.INTEGER));
    table("positions").put("end_date", Optional.of(ColumnType.TIMESTAMP));
    fit();
    assertThat(draft.text())
        .contains("    membertypeid: text\n", "    membernumber: text\n")
        .contains("{ end_date: timestamp, positiontype: text }");
    assertThat(draft.definition().projection().attributes()).hasSize(4);
  }

  @Test
  void everything_may_be_missing_but_the_key_and_the_address() {
    tables.keySet().retainAll(List.of("members"));
    table("members").keySet().retainAll(List.of("membernumber", "email"));
    fit();
    assertThat(draft.definition().settings().mapping().contact())
        .containsOnlyKeys(FieldName.EXTERNAL_ID, FieldName.EMAIL);
  }

  @Test
  void a_database_without_such_members_is_refused_with_what_it_has() {
    table("members").remove("membernumber");
    table("members").put("hull\nid", Optional.of(ColumnType.TEXT));
    assertThatThrownBy(this::fit)
        .isInstanceOf(UnfitRoster.class)
        .hasMessageContaining("has no column membernumber. It has: email, ")
        .hasMessageContaining("hull\\u000aid");
    tables.remove("members");
    assertThatThrownBy(this::fit)
        .hasMessageContaining(
            "There is no table members in the schema public. There are: facilities,");
  }

  @Test
  void what_the_database_has_besides_is_named() {
    table("members").put("joined_on", Optional.of(ColumnType.DATE));
    tables.put("boats", columns("id"));
    fit();
    assertThat(draft.text())
        .contains("  # members also has: facility_id, joined_on, region_id.\n  columns:\n")
        .contains("  # The schema public also has: boats.\n  join:");
  }

  @Test
  void codes_wait_to_be_named_and_none_is() {
    fit();
    draft.codes(
        Map.of(
            "positions",
            List.of(
                new CodeUse("VP", 54, Optional.of(new Saying("Facility Vice President", 48, 50))),
                new CodeUse("SEC", 12, Optional.empty()),
                new CodeUse("TMC", 7, Optional.of(new Saying("TMC", 6, 6))),
                new CodeUse("REP", 5, Optional.of(new Saying("Rep", 2, 4))),
                new CodeUse("PRES", 1, Optional.of(new Saying("President", 1, 1))))),
        true);
    assertThat(names(draft.text())).isEmpty();
    assertThat(draft.text())
        .contains(
            """
                # VP: Facility Vice President             # 54 members; 96 % of 50 contacts say so
                # SEC:                                    # 12 members; no contact tells
                # TMC:                                    # 7 members; Intercom holds the code itself
                # REP:                                    # 5 members; contacts do not agree
                # PRES: President                         # 1 member; 100 % of 1 contact say so
            """);
    assertThat(draft.told()).containsExactly("vocabulary positions: 5 codes, names proposed for 2");
    assertThat(names(named(draft.text())))
        .containsEntry("VP", "Facility Vice President")
        .containsOnlyKeys("VP", "SEC", "TMC", "REP", "PRES");
  }

  @Test
  void hostile_codes_and_names_are_read_again_as_they_were() {
    var codes =
        List.of(
            "a: b",
            "# c",
            "- d",
            "x #y",
            "'q'",
            "\"dq\"",
            "true",
            "null",
            "~",
            "1",
            "0x1F",
            "1e3",
            "2026-01-31",
            "{}",
            "[a]",
            "&a",
            "*a",
            "!a",
            "%a",
            "a\tb",
            "a\nb",
            "\u0007",
            "a\u2028b",
            "a\\n",
            "é 😀",
            "\u200e",
            "?",
            "-",
            "a:",
            ":",
            "<<",
            ".inf",
            "|",
            ">",
            "=",
            "a, b",
            "\uFEFFa",
            "\u0085",
            "x".repeat(99));
    var uses = new ArrayList<CodeUse>();
    var expected = new TreeMap<String, String>();
    for (var hostile : codes) {
      uses.add(new CodeUse(hostile, 9, Optional.empty()));
      expected.put(hostile, "name");
      uses.add(new CodeUse("N" + hostile, 8, Optional.of(new Saying(hostile, 8, 8))));
      expected.put("N" + hostile, hostile);
    }
    draft.codes(Map.of("positions", uses), true);
    assertThat(names(draft.text())).isEmpty();
    assertThat(names(named(draft.text()))).isEqualTo(expected);
    assertThat(draft.text().codePoints())
        .allMatch(each -> each == '\n' || PrintableText.isPrintable(each));
  }

  @Test
  void a_column_that_is_none_of_codes_does_not_fill_the_file() {
    var uses = new ArrayList<CodeUse>();
    uses.add(new CodeUse("VP", 40, Optional.empty()));
    IntStream.range(0, 5_000)
        .forEach(each -> uses.add(new CodeUse("Chair of group " + each, 1, Optional.empty())));
    draft.codes(Map.of("positions", uses), true);
    assertThat(names(named(draft.text()))).containsOnlyKeys("VP");
    assertThat(draft.text()).contains("# 5,000 more values are not listed");
    assertThat(draft.told())
        .containsExactly(
            "vocabulary positions: 5001 codes (5,000 not listed), names proposed for 0");
  }

  @Test
  void what_looks_like_a_persons_own_is_not_written_down() {
    var uses =
        List.of(
            new CodeUse("ana@example.org", 3, Optional.empty()),
            new CodeUse("call 2025550123", 3, Optional.empty()),
            new CodeUse("x".repeat(101), 3, Optional.empty()),
            new CodeUse("VP", 3, Optional.of(new Saying("Ana, ana@example.org", 3, 3))),
            new CodeUse("SEC", 3, Optional.of(new Saying("Ana Diaz", 1, 1))),
            new CodeUse("AREP", 3, Optional.of(new Saying("${HOME}", 3, 3))));
    draft.codes(Map.of("positions", uses), true);
    assertThat(names(named(draft.text()))).containsOnlyKeys("VP", "SEC", "AREP");
    var vocabulary =
        draft
            .text()
            .substring(draft.text().indexOf("\nvocabulary:"), draft.text().indexOf("\ntests:"));
    assertThat(vocabulary).doesNotContain("ana@", "Ana", "2025550123", "${HOME}", "xxx");
  }

  @Test
  void attributes_that_the_workspace_lacks_are_noted_and_others_named() {
    draft.attributes(
        List.of(
            new DataAttribute("region", "string", false, true, List.of()),
            new DataAttribute("facility", "string", true, true, List.of()),
            new DataAttribute("plan\u001b", "string", false, true, List.of())));
    assertThat(draft.text())
        .contains(
            "# The workspace has no attribute positions yet; `rollcall doctor --fix` creates it.\n")
        .contains("# The workspace has no attribute facility yet")
        .doesNotContain("no attribute region")
        .contains("  # The workspace also has: plan\\u001b.\n  custom_attributes:");
    assertThat(draft.definition().projection().attributes()).hasSize(4);
  }

  @Test
  void the_values_of_a_status_are_counted_and_many_are_not_listed() {
    draft.statuses("status", new TreeMap<>(Map.of("active", 1800, "Retired", 200)));
    assertThat(draft.text())
        .contains(
            "    # The roster has: active 1,800, Retired 200.\n    status: [Active, Retired]");
    var names = new TreeMap<String, Integer>();
    IntStream.range(0, 60).forEach(each -> names.put("Ana " + each, 1));
    draft.statuses("email", names);
    assertThat(draft.text())
        .contains("The roster has 60 different values here.")
        .doesNotContain("Ana");
  }

  private void fit() {
    draft.fit(QUERY, new SchemaTables(tables));
  }

  private SortedMap<String, Optional<ColumnType>> table(String name) {
    return Optional.ofNullable(tables.get(name)).orElseThrow();
  }

  /// The file after a person has named every code in it.
  private static String named(String text) {
    var lines = new ArrayList<String>();
    for (var line : text.lines().toList()) {
      var entry = ENTRY.matcher(line);
      lines.add(
          entry.matches()
              ? "    "
                  + (entry.group(1).endsWith(":") ? entry.group(1) + " name" : entry.group(1))
                  + entry.group(2)
              : line);
    }
    return String.join("\n", lines);
  }

  private static Map<String, String> names(String text) {
    var read = SyncDefinition.read(new SettingsText("rollcall.yaml", text), ENVIRONMENT);
    var vocabularies = read.settings().mapping().vocabularies();
    assertThat(vocabularies).containsOnlyKeys("positions");
    return vocabularies.firstEntry().getValue().names();
  }

  private static SortedMap<String, Optional<ColumnType>> columns(String... names) {
    var columns = new TreeMap<String, Optional<ColumnType>>();
    List.of(names).forEach(name -> columns.put(name, Optional.of(ColumnType.TEXT)));
    return columns;
  }

  private static SortedMap<String, SortedMap<String, Optional<ColumnType>>> tables() {
    var tables = new TreeMap<String, SortedMap<String, Optional<ColumnType>>>();
    var members =
        columns(
            "membernumber",
            "firstname",
            "lastname",
            "email",
            "phone",
            "status",
            "region_id",
            "facility_id");
    members.put("membertypeid", Optional.of(ColumnType.INTEGER));
    tables.put("members", members);
    tables.put("regions", columns("id", "code"));
    tables.put("facilities", columns("id", "code"));
    tables.put("member_types", columns("id", "type_name"));
    var positions = columns("id", "membernumber", "positiontype");
    positions.put("end_date", Optional.of(ColumnType.DATE));
    tables.put("positions", positions);
    return tables;
  }
}
