package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.Wording;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Leaver;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.PlanStep;
import org.rollcall.review.Reasoning;
import org.rollcall.review.SurplusContact;

/// One change of a plan, for a person to read: `+` create, `~` update, `^` bring back, `!` skip,
/// `-` archive, `=` unchanged, `x` has left, `<` taken back.
///
/// @param privacy how people's data appear
record PlanEntryView(Privacy privacy) {
  Stream<StyledLine> of(PlanEntry entry) {
    var member = head(entry.member(), entry.email());
    return switch (entry) {
      case PlanEntry.Create create ->
          Stream.concat(
              Stream.of(StyledLine.EMPTY.green("+ " + member)), differences(create.fields()));
      case PlanEntry.Update update ->
          lines(
              StyledLine.EMPTY
                  .yellow("~ " + member)
                  .faint("  contact %s, %s".formatted(update.contact(), update.match().words())),
              differences(update.fields()),
              update.surplus());
      case PlanEntry.Revive(_, _, var contact, var was) ->
          Stream.of(
              StyledLine.EMPTY.green("^ " + member).faint("  contact " + contact),
              StyledLine.of("    " + Reasoning.backFrom(was)));
      case PlanEntry.Unchanged(_, _, var contact, var surplus) ->
          lines(
              StyledLine.of("= " + member).faint("  contact " + contact), Stream.empty(), surplus);
      case PlanEntry.Skip(_, _, var reason) ->
          Stream.of(StyledLine.EMPTY.yellow("! " + member), StyledLine.of("    " + reason));
      case PlanEntry.Clash(_, _, _, var reason) ->
          Stream.of(StyledLine.EMPTY.red("! " + member), StyledLine.of("    " + reason));
      case PlanEntry.Depart(_, _, var contact, var step, var leaver) ->
          Stream.concat(
              Stream.of(
                  StyledLine.EMPTY
                      .red("x " + member)
                      .faint("  %s, contact %s".formatted(left(leaver), contact))),
              step(step));
      case PlanEntry.Restore restore -> restored(member, restore);
    };
  }

  private static String left(Leaver leaver) {
    return switch (leaver) {
      case INELIGIBLE -> "has left";
      case ORPHAN -> "is in no row of the members' table";
    };
  }

  private Stream<StyledLine> restored(String member, PlanEntry.Restore restore) {
    var head =
        StyledLine.EMPTY.yellow("< " + member).faint("  taken back, contact " + restore.contact());
    var told = Stream.concat(restore.notes().stream(), restore.open().stream());
    return Stream.of(
            Stream.of(head),
            restore.steps().stream().flatMap(this::step),
            told.map(sentence -> StyledLine.EMPTY.yellow("    " + sentence)))
        .flatMap(lines -> lines);
  }

  private Stream<StyledLine> step(PlanStep step) {
    var contact = " contact " + step.contact();
    return switch (step.kind()) {
      case WRITE -> differences(step.fields());
      case ARCHIVE -> Stream.of(StyledLine.EMPTY.red("    archive" + contact));
      case UNARCHIVE -> Stream.of(StyledLine.EMPTY.green("    unarchive" + contact));
      case BLOCK -> Stream.of(StyledLine.EMPTY.red("    block" + contact));
      case UNBLOCK -> Stream.of(StyledLine.EMPTY.green("    unblock" + contact));
    };
  }

  private Stream<StyledLine> lines(
      StyledLine head, Stream<StyledLine> differences, List<SurplusContact> surplus) {
    return Stream.of(Stream.of(head), differences, surplus.stream().map(this::archive))
        .flatMap(part -> part);
  }

  private Stream<StyledLine> differences(List<Difference> differences) {
    var widest =
        differences.stream().mapToInt(each -> each.field().value().length()).max().orElse(1);
    return Difference.as(privacy, differences).stream()
        .map(each ->
            StyledLine.of(("    %-" + widest + "s  ").formatted(each.field())).then(change(each)));
  }

  /// `NGL → GL`.
  static StyledLine change(Difference difference) {
    return value(difference.before()).plain(" → ").then(value(difference.after()));
  }

  private static StyledLine value(String text) {
    return text.isEmpty() ? StyledLine.EMPTY.faint("(empty)") : StyledLine.of(text);
  }

  private StyledLine archive(SurplusContact older) {
    return StyledLine.EMPTY.red(
        "  - archive contact %s (%s, created %s)"
            .formatted(
                older.contact(), privacy.email(older.email()), Wording.created(older.created())));
  }

  private String head(MemberId member, String email) {
    return email.isEmpty() ? member.value() : member + "  " + privacy.email(email);
  }
}
