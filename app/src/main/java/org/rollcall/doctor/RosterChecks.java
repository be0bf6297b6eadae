package org.rollcall.doctor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.Freshness;
import org.rollcall.model.Join;
import org.rollcall.survey.Survey;

/// The checks of the roster's database. Each table has its own check, so that a missing column in
/// one table does not hide findings in others.
public final class RosterChecks {
  private RosterChecks() {}

  /// All checks.
  ///
  /// @param joined the query, and what is known of its joined tables
  public static List<Check> of(
      JoinedRows joined, Optional<Freshness> freshness, Survey survey, InstantSource clock) {
    var query = joined.query();
    var checks = new ArrayList<Check>();
    Tables.of(query)
        .forEach((table, columns) -> {
          var legible = new Legible(table, columns, joined, survey);
          checks.add(
              table.equals(query.table())
                  ? new Gate(legible, List.of(new Eligible(table, survey)))
                  : legible);
        });
    for (var join : query.joins()) {
      switch (join) {
        case Join.One one -> checks.add(new Linked(query.table(), one, survey));
        case Join.Many _ -> {}
      }
    }
    freshness.ifPresent(wanted -> checks.add(new FreshCheck(wanted, survey, clock)));
    return checks;
  }

  private record Legible(String table, Set<String> columns, JoinedRows joined, Survey survey)
      implements Check {
    @Override
    public String subject() {
      return "Table " + table;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
      var rows = survey.rows(table, columns);
      var lost = joined.of(subject(), table, Math.toIntExact(rows));
      return lost.isEmpty() ? List.of(counted(rows)) : lost;
    }

    private Finding counted(long rows) {
      return rows > 0
          ? new Finding.Good(
              subject(),
              "%,d rows; every column that the settings name can be read.".formatted(rows))
          : new Finding.Warning(
              subject(),
              "No row can be seen.",
              "If the table should have rows, row level security hides them: use a key or a user that may see them.");
    }
  }

  private record Eligible(String table, Survey survey) implements Check {
    @Override
    public String subject() {
      return "Eligible members";
    }

    @Override
    public List<Finding> look() throws InterruptedException {
      var members = survey.eligible();
      return List.of(
          members > 0
              ? new Finding.Good(subject(), "%,d.".formatted(members))
              : new Finding.Wrong(
                  subject(),
                  "Nobody in %s meets roster.where.".formatted(table),
                  "Compare roster.where in the settings with what the table holds."));
    }
  }

  private record Linked(String members, Join.One join, Survey survey) implements Check {
    @Override
    public String subject() {
      return "Join " + join.name();
    }

    @Override
    public List<Finding> look() throws InterruptedException {
      var link = "%s.%s to %s.%s".formatted(members, join.on(), join.table(), join.key());
      return List.of(
          survey.linked(join)
              ? new Finding.Good(subject(), "A foreign key leads from %s.".formatted(link))
              : new Finding.Warning(
                  subject(),
                  "No single foreign key leads from %s; the table is read separately."
                      .formatted(link),
                  "Nothing has to be done; a foreign key would keep rows from pointing nowhere."));
    }
  }
}
