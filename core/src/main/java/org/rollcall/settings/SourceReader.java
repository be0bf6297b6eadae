package org.rollcall.settings;

import java.time.Duration;
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
  private static final Source NONE =
      new Source.Postgres(new Secret(""), "public", Source.USUAL_PATIENCE);

  private static final Duration A_DAY = Duration.ofDays(1);

  private SourceReader() {}

  static Source read(Section root) {
    return root.optional("source")
        .map(field -> given(field.section()))
        .orElseGet(() -> fromEnvironment(root.self().context(), Source.USUAL_PATIENCE));
  }

  /// A patience alone leaves it to the environment where the roster is.
  private static Source given(Section section) {
    var patience = patience(section);
    var isAlone =
        section.optional("patience").isPresent()
            && section.optional("supabase").isEmpty()
            && section.optional("postgres").isEmpty();
    if (!isAlone) {
      return one(section, patience);
    }
    section.close();
    return fromEnvironment(section.self().context(), patience);
  }

  private static Duration patience(Section section) {
    return section
        .optional("patience")
        .flatMap(field ->
            field.as(
                "a duration such as 7s or 5m, at most 24h",
                text -> Forms.duration(text).filter(each -> each.compareTo(A_DAY) <= 0)))
        .orElse(Source.USUAL_PATIENCE);
  }

  private static Source one(Section section, Duration patience) {
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
            .map(field -> supabase(field.section(), patience))
            .or(() -> postgres.map(field -> postgres(field.section(), patience)))
            .orElse(NONE);
    section.close();
    return source;
  }

  private static Source supabase(Section section, Duration patience) {
    var key = section.text("key", "the project's service key", Keys.SUPABASE::fault);
    var source = new Source.Supabase(url(section), new Secret(key), schema(section), patience);
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

  private static Source postgres(Section section, Duration patience) {
    var url = section.text("url", ConnectionString.FORM, Addresses::databaseFault);
    var source = new Source.Postgres(new Secret(url), schema(section), patience);
    section.close();
    return source;
  }

  private static String schema(Section section) {
    return section.optionalText("schema").orElse("public");
  }

  private static Source fromEnvironment(Context context, Duration patience) {
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
    return implied(context, database ? POSTGRES : SUPABASE, patience);
  }

  private static Source implied(Context context, String text, Duration patience) {
    var implied = context.implied(text);
    return Yaml.parse(implied)
        .map(node -> one(new Field(implied, "source", node).section(), patience))
        .orElse(NONE);
  }

  private static Source refused(Context context, String message) {
    context.problems().add(new Position("environment", 0, 0), message);
    return NONE;
  }
}
