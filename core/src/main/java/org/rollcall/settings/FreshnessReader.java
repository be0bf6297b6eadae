package org.rollcall.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Freshness;
import org.rollcall.model.Newest;

/// Reads how recent the roster must be, and what tells its age: a column, a query or a function.
final class FreshnessReader {
  private static final Duration A_NIGHT_AND_A_BIT = Duration.ofHours(26);
  private static final String WAYS = "exactly one of table with column, query, and function";

  private FreshnessReader() {}

  static Freshness read(Section section, Source source) {
    var freshness =
        new Freshness(
            newest(section, source),
            section.duration("within", A_NIGHT_AND_A_BIT),
            section.flag("required"));
    section.close();
    return freshness;
  }

  /// The one of the three that is given; none or several are a mistake.
  static Newest newest(Section section, Source source) {
    var query = section.optional("query");
    var function = section.optional("function");
    var table = section.optional("table");
    var column = section.optional("column");
    var ways =
        List.of(table.or(() -> column), query, function).stream()
            .flatMap(Optional::stream)
            .toList();
    if (ways.isEmpty() && section.self().isSection()) {
      section
          .self()
          .report(
              "%s names nothing that tells how new the roster is; expected %s"
                  .formatted(section.self().path(), WAYS));
    }
    if (ways.size() > 1) {
      ways.getLast()
          .report(
              "%s stands beside %s; expected %s"
                  .formatted(ways.getLast().path(), ways.getFirst().path(), WAYS));
    }
    return query
        .<Newest>map(field -> query(field, section, source))
        .or(() -> function.map(_ -> function(section)))
        .orElseGet(() -> ways.isEmpty() ? new Newest.Column("", "") : column(section));
  }

  private static Newest column(Section section) {
    return new Newest.Column(
        section.text("table", "the table whose newest row is looked at"),
        section.text("column", "a column that holds each row's time"));
  }

  private static Newest function(Section section) {
    return new Newest.Function(
        section.text("function", "the name of a function without arguments"));
  }

  /// Rejects a semicolon, because it would allow several statements, and the first could end the
  /// read-only transaction.
  private static Newest query(Field field, Section section, Source source) {
    switch (source) {
      case Source.Supabase _ ->
          field.report(
              "%s is SQL, which Supabase's REST API does not take; expected function with the name of a function that runs it, or table with column"
                  .formatted(field.path()));
      case Source.Postgres _ -> {}
    }
    var sql = section.text("query", "one SELECT").replaceFirst("[;\\s]+$", "");
    if (sql.contains(";")) {
      field.report(
          "%s holds a semicolon; expected a single SELECT without any".formatted(field.path()));
    }
    return new Newest.Query(sql);
  }
}
