package org.rollcall.csv;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.ContactId;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.SettledAs;

/// What runs did to members: a line for each field that was written, and one for a member of whom
/// nothing was.
///
/// @param privacy how people's data appear
public record ChangeTable(Privacy privacy) {
  /// The names of the columns, as the first line has them.
  public static final List<String> COLUMNS =
      List.of(
          "run", "started", "member", "email", "planned", "outcome", "contact", "field", "before",
          "after", "reason");

  /// The lines of one run, the names first.
  public List<String> lines(JournaledRun run, List<JournaledChange> changes) {
    return Stream.concat(
            Stream.of(Csv.line(COLUMNS)),
            changes.stream().flatMap(change -> cells(run, change)).map(Csv::line))
        .toList();
  }

  /// The cells of one member in one run, a list for each line.
  public Stream<List<Object>> cells(JournaledRun run, JournaledChange change) {
    var fields = Difference.as(privacy, change.fields());
    return fields.isEmpty()
        ? Stream.of(cells(run, change, "", "", ""))
        : fields.stream()
            .map(each -> cells(run, change, each.field().value(), each.before(), each.after()));
  }

  private List<Object> cells(
      JournaledRun run, JournaledChange change, String field, String before, String after) {
    return List.of(
        run.run(),
        run.started(),
        change.member(),
        privacy.email(change.email()),
        change.kind().word(),
        change.outcome().map(SettledAs::word).orElse(""),
        change.contact().map(ContactId::value).orElse(""),
        field,
        before,
        after,
        change.reason().map(reason -> privacy.sentence(reason, "")).orElse(""));
  }
}
