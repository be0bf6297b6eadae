package org.rollcall.settings;

import org.rollcall.model.ConnectionString;

/// Reads the source of the roster. If the settings do not name it, the environment does.
final class SourceReader {
  private static final String SUPABASE =
      """
      supabase:
        url: ${SUPABASE_URL}
        key: ${SUPABASE_SERVICE_ROLE_KEY}
        schema: ${SUPABASE_SCHEMA:-public}
      """;
  private static final String POSTGRES =
      """
      postgres:
        url: ${DATABASE_URL}
        schema: ${SUPABASE_SCHEMA:-public}
      """;

  /// Replaces a source with a mistake, because of which the settings are rejected anyway.
  private static final Source NONE = new Source.Postgres(new Secret(""), "public");

  private SourceReader() {}

  static Source read(Section root) {
    return root.optional("source")
        .map(field -> one(field.section()))
        .orElseGet(() -> fromEnvironment(root.self().context()));
  }

  private static Source one(Section section) {
    var supabase = section.optional("supabase");
    var postgres = section.optional("postgres");
    if (supabase.isPresent() == postgres.isPresent() && section.self().isSection()) {
      section
          .self()
          .report(
              "source names %s; expected exactly one of supabase and postgres"
                  .formatted(supabase.isPresent() ? "both" : "neither"));
    }
    var source =
        supabase
            .map(field -> supabase(field.section()))
            .or(() -> postgres.map(field -> postgres(field.section())))
            .orElse(NONE);
    section.close();
    return source;
  }

  private static Source supabase(Section section) {
    var source = new Source.Supabase(url(section), new Secret(section.text("key", "the project's service key", Keys.SUPABASE::fault)), schema(section));
    section.close();
    return source;
  }

  /// The project's base. Supabase shows the address of its REST API too, which means the same.
  private static String url(Section section) {
    var expected = "the project's address, such as https://ref.supabase.co";
    var plain = section.flag("allow_plain_http");
    return section
        .required("url", expected)
        .map(field -> Addresses.read(field, plain, expected))
        .map(address -> address.replaceFirst("/rest/v1/*$", ""))
        .orElse("");
  }

  private static Source postgres(Section section) {
    var url = section.text("url", ConnectionString.FORM, Addresses::databaseFault);
    var source = new Source.Postgres(new Secret(url), schema(section));
    section.close();
    return source;
  }

  private static String schema(Section section) {
    return section.optionalText("schema").orElse("public");
  }

  private static Source fromEnvironment(Context context) {
    var rest = context.variable("SUPABASE_URL").isPresent();
    var database = context.variable("DATABASE_URL").isPresent();
    if (rest && database) {
      return refused(
          context,
          "both SUPABASE_URL and DATABASE_URL are set; the settings file must say which one is the roster, under source (`rollcall init` writes a file to start from)");
    }
    if (!rest && !database && context.variable("SUPABASE_SERVICE_ROLE_KEY").isEmpty()) {
      return refused(
          context,
          "nothing says where the roster is; set SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY, or DATABASE_URL for a plain PostgreSQL connection");
    }
    return implied(context, database ? POSTGRES : SUPABASE);
  }

  private static Source implied(Context context, String text) {
    var implied = context.implied(text);
    return Yaml.parse(implied)
        .map(node -> one(new Field(implied, "source", node).section()))
        .orElse(NONE);
  }

  private static Source refused(Context context, String message) {
    context.problems().add(new Position("environment", 0, 0), message);
    return NONE;
  }
}
