package org.rollcall.page;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.Privacy;
import org.rollcall.page.Page.EntryRow;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.PlanStep;

/// The members of a plan as rows of a page.
///
/// @param privacy how people's data appear
public record PlanRows(Privacy privacy) {
  /// A member of a plan.
  public EntryRow of(PlanEntry entry) {
    return new EntryRow(
        entry.member().value(),
        privacy.email(entry.email()),
        what(entry),
        tone(entry),
        new Rows(privacy).values(entry.fields()),
        Stream.concat(told(entry), archived(entry))
            .map(sentence -> privacy.sentence(sentence, ""))
            .toList());
  }

  private static String what(PlanEntry entry) {
    return switch (entry.action()) {
      case CREATE -> "create";
      case UPDATE -> "update";
      case REVIVE -> "bring back";
      case UNCHANGED -> "put older contacts away";
      case SKIP -> "skip";
      case CLASH -> "a person decides";
      case MARK_LEAVER -> "mark as left";
      case ARCHIVE_LEAVER -> "archive: has left";
      case MARK_ORPHAN -> "mark: deleted from the roster";
      case ARCHIVE_ORPHAN -> "archive: deleted from the roster";
      case RESTORE -> "take back";
    };
  }

  private static Tone tone(PlanEntry entry) {
    return switch (entry.action()) {
      case CREATE, UPDATE, REVIVE, RESTORE -> Tone.CHANGE;
      case UNCHANGED, SKIP, MARK_LEAVER, ARCHIVE_LEAVER, MARK_ORPHAN, ARCHIVE_ORPHAN ->
          Tone.WARNING;
      case CLASH -> Tone.BAD;
    };
  }

  private static Stream<String> told(PlanEntry entry) {
    return switch (entry) {
      case PlanEntry.Create _ -> Stream.of();
      case PlanEntry.Update update -> Stream.of("Contact %s.".formatted(update.contact()));
      case PlanEntry.Revive revive ->
          Stream.of("Contact %s is %s.".formatted(revive.contact(), word(revive.was())));
      case PlanEntry.Unchanged same -> Stream.of("Contact %s is right.".formatted(same.contact()));
      case PlanEntry.Skip(_, _, var reason) -> Stream.of(reason);
      case PlanEntry.Clash(_, _, _, var reason) -> Stream.of(reason);
      case PlanEntry.Depart depart -> Stream.of("Contact %s.".formatted(depart.contact()));
      case PlanEntry.Restore restore ->
          Stream.of(steps(restore.steps()), restore.notes().stream(), restore.open().stream())
              .flatMap(sentences -> sentences);
    };
  }

  private static String word(HiddenStatus status) {
    return status.word().isEmpty() ? "hidden" : status.word();
  }

  private static Stream<String> steps(List<PlanStep> steps) {
    return steps.stream()
        .filter(step -> step.kind() != PlanStep.Kind.WRITE)
        .map(step -> "Contact %s: %s.".formatted(step.contact(), step.kind().word()));
  }

  private static Stream<String> archived(PlanEntry entry) {
    return entry.surplus().stream()
        .map(older ->
            "Older contact %s (%s) is archived."
                .formatted(older.contact(), older.email().isEmpty() ? "no e-mail" : older.email()));
  }
}
