package org.rollcall.draft;

import java.util.Collection;
import org.rollcall.model.RosterQuery;
import org.rollcall.survey.SchemaTables;

/// The database has no roster for which settings can be drafted. The message says what there is.
public final class UnfitRoster extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final String ADVICE =
      " Start from `rollcall init` and name yours: docs/settings.md shows the settings of another organisation.";

  private UnfitRoster(String message) {
    super(message);
  }

  static UnfitRoster noTable(RosterQuery query, SchemaTables tables) {
    var there =
        tables.names().isEmpty()
            ? "Nothing can be seen there: check the schema (SUPABASE_SCHEMA) and what the key or the user may read."
            : "There are: %s.%s".formatted(Names.listed(tables.names()), ADVICE);
    return new UnfitRoster(
        "There is no table %s in the schema %s. %s"
            .formatted(query.table(), query.schema(), there));
  }

  static UnfitRoster noColumn(RosterQuery query, String column, Collection<String> columns) {
    return new UnfitRoster(
        "The table %s.%s has no column %s. It has: %s.%s"
            .formatted(query.schema(), query.table(), column, Names.listed(columns), ADVICE));
  }
}
