package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.PlanStep;
import org.rollcall.review.Reasoning;

/// The members of a plan as a table in Markdown, folded away.
///
/// @param privacy how people's data appear
/// @param listed how many members are shown at most
record PlanMembersMarkdown(Privacy privacy, int listed) {
  private static final List<String> NAMES = List.of("Member", "What", "Field", "Before", "After");

  Stream<String> of(List<PlanEntry> entries) {
    return entries.isEmpty()
        ? Stream.of()
        : Markdown.folded(
            title(entries.size()),
            Stream.concat(
                Markdown.head(NAMES, 0).stream(),
                entries.stream().limit(listed).flatMap(this::rows).map(Markdown::row)));
  }

  private String title(int members) {
    return members <= listed
        ? Words.count(members, "member")
        : "The first %d of %d members".formatted(listed, members);
  }

  private Stream<List<String>> rows(PlanEntry entry) {
    return Stream.concat(fields(entry), others(entry));
  }

  private Stream<List<String>> fields(PlanEntry entry) {
    return Difference.as(privacy, entry.fields()).stream()
        .map(each ->
            row(
                entry,
                Markdown.value(each.field().value()),
                Markdown.value(each.before()),
                Markdown.value(each.after())));
  }

  private Stream<List<String>> others(PlanEntry entry) {
    return switch (entry) {
      case PlanEntry.Create _ -> Stream.of();
      case PlanEntry.Update _, PlanEntry.Unchanged _ ->
          entry.surplus().stream()
              .map(older -> told(entry, "archive contact %s".formatted(older.contact())));
      case PlanEntry.Revive(_, _, _, var was) -> Stream.of(told(entry, Reasoning.backFrom(was)));
      case PlanEntry.Skip(_, _, var reason) -> Stream.of(told(entry, reason));
      case PlanEntry.Clash(_, _, _, var reason) -> Stream.of(told(entry, reason));
      case PlanEntry.Depart(_, _, _, var step, _) -> steps(entry, List.of(step));
      case PlanEntry.Restore restore -> steps(entry, restore.steps());
    };
  }

  private Stream<List<String>> steps(PlanEntry entry, List<PlanStep> steps) {
    return steps.stream()
        .filter(step -> step.kind() != PlanStep.Kind.WRITE)
        .map(step -> told(entry, "%s contact %s".formatted(step.kind().word(), step.contact())));
  }

  private List<String> told(PlanEntry entry, String sentence) {
    return row(entry, "", Markdown.text(privacy.sentence(sentence, "")), "");
  }

  private static List<String> row(PlanEntry entry, String field, String before, String after) {
    return List.of(
        Markdown.text(entry.member().value()),
        entry.action().word().replace('_', ' '),
        field,
        before,
        after);
  }
}
