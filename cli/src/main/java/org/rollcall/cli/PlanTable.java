package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.csv.Csv;
import org.rollcall.model.ContactId;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.PlanSheet;
import org.rollcall.review.PlanStep;
import org.rollcall.review.Reasoning;

/// A plan as CSV, for a spreadsheet: a line of names, then a line for each field that would change,
/// for each contact that would be put away, and for each member for whom nothing is done.
///
/// @param privacy how people's data appear
record PlanTable(Privacy privacy) {
  private static final List<Object> NAMES =
      List.of("member", "email", "action", "contact", "field", "before", "after", "reason");

  Stream<String> of(PlanSheet plan) {
    return Stream.concat(Stream.of(NAMES), plan.entries().stream().flatMap(this::lines))
        .map(Csv::line);
  }

  private Stream<List<Object>> lines(PlanEntry entry) {
    return switch (entry) {
      case PlanEntry.Create create -> fields(entry, "", create.fields());
      case PlanEntry.Update update ->
          Stream.concat(fields(entry, update.contact().value(), update.fields()), older(entry));
      case PlanEntry.Revive(_, _, var contact, var was) ->
          Stream.of(line(entry, contact.value(), Reasoning.backFrom(was)));
      case PlanEntry.Unchanged unchanged -> older(unchanged);
      case PlanEntry.Skip(_, _, var reason) -> Stream.of(line(entry, "", reason));
      case PlanEntry.Clash(_, _, var contact, var reason) ->
          Stream.of(line(entry, contact.value(), reason));
      case PlanEntry.Depart(_, _, _, var step, _) -> step(entry, step);
      case PlanEntry.Restore restore -> restore.steps().stream().flatMap(step -> step(entry, step));
    };
  }

  private Stream<List<Object>> step(PlanEntry entry, PlanStep step) {
    var contact = step.contact().value();
    return step.fields().isEmpty()
        ? Stream.of(line(entry, contact, step.kind().word() + " this contact"))
        : fields(entry, contact, step.fields());
  }

  private Stream<List<Object>> older(PlanEntry entry) {
    return entry.surplus().stream()
        .map(contact -> line(entry, "archive", contact.contact(), privacy.email(contact.email())));
  }

  private Stream<List<Object>> fields(PlanEntry entry, String contact, List<Difference> fields) {
    return Difference.as(privacy, fields).stream()
        .map(each ->
            List.of(
                entry.member(),
                privacy.email(entry.email()),
                entry.action().word(),
                contact,
                each.field(),
                each.before(),
                each.after(),
                ""));
  }

  private List<Object> line(PlanEntry entry, String contact, String reason) {
    return List.of(
        entry.member(),
        privacy.email(entry.email()),
        entry.action().word(),
        contact,
        "",
        "",
        "",
        privacy.sentence(reason, ""));
  }

  private static List<Object> line(
      PlanEntry entry, String action, ContactId contact, String email) {
    return List.of(entry.member(), email, action, contact, "", "", "", "");
  }
}
