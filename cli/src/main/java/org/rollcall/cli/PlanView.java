package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.Wording;
import org.rollcall.plan.Change;
import org.rollcall.plan.Counts;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Difference;
import org.rollcall.plan.NoticeText;
import org.rollcall.plan.Plan;

/// A plan, for a person to read: `+` create, `~` update, `^` bring back, `!` skip, `-` archive, `=`
/// unchanged.
///
/// @param privacy how people's data appear
/// @param listed how many members are shown at most
record PlanView(Privacy privacy, int listed) {
  /// The lines of the whole plan.
  List<StyledLine> of(Plan plan) {
    return Stream.concat(changes(plan), counts(plan)).toList();
  }

  /// The same of a plan that takes a run back, which says nothing about the roster.
  List<StyledLine> ofUndo(Plan plan) {
    return Stream.concat(changes(plan), Stream.of(StyledLine.EMPTY.bold(counted(plan)))).toList();
  }

  private Stream<StyledLine> changes(Plan plan) {
    var shown = plan.notable();
    return Stream.of(
            shown.stream().limit(listed).flatMap(this::change),
            more(shown.size() - listed),
            notices(plan, shown.size()))
        .flatMap(lines -> lines);
  }

  private static String counted(Plan plan) {
    var counts = plan.counts();
    return "Plan for %s: %s.".formatted(Words.count(counts.total(), "member"), counted(counts));
  }

  /// `23 to create, 109 to update, …`.
  static String counted(Counts counts) {
    var leavers =
        counts.depart() == 0
            ? ""
            : ", " + Words.count(counts.depart(), "leaver") + " to show as such";
    return "%d to create, %d to update%s%s, %s to archive, %d skipped, %d unchanged%s"
        .formatted(
            counts.create(),
            counts.update(),
            Words.beside(counts.revive(), "to bring back", "to bring back"),
            Words.beside(counts.blocked(), "blocked", "blocked"),
            Words.count(counts.archive(), "contact"),
            counts.skip(),
            counts.unchanged(),
            leavers);
  }

  /// The last lines: how many changes of each kind, and a sentence where there is nothing to do.
  Stream<StyledLine> counts(Plan plan) {
    var line = counted(plan);
    return plan.isEmpty()
        ? Stream.of(
            StyledLine.of(line), StyledLine.EMPTY.green("No changes. Intercom matches the roster."))
        : Stream.of(StyledLine.EMPTY.bold(line));
  }

  private Stream<StyledLine> change(Change change) {
    return switch (change) {
      case Change.Create create ->
          lines(
              StyledLine.EMPTY.green(
                  "+ " + head(create.member(), create.wanted().shown(FieldName.EMAIL))),
              create.differences(),
              List.of());
      case Change.Update update ->
          lines(
              StyledLine.EMPTY
                  .yellow("~ " + head(update.member(), update.wanted().shown(FieldName.EMAIL)))
                  .faint(
                      "  contact %s, %s"
                          .formatted(update.contact().id(), Words.of(update.match()))),
              update.differences(),
              update.surplus());
      case Change.Revive revive -> revival(revive);
      case Change.Unchanged unchanged ->
          lines(
              StyledLine.of(
                      "= " + head(unchanged.member(), unchanged.wanted().shown(FieldName.EMAIL)))
                  .faint("  contact " + unchanged.contact().id()),
              List.of(),
              unchanged.surplus());
      case Change.Skip(var member, var email, var reason) ->
          Stream.of(
              StyledLine.EMPTY.yellow("! " + head(member, email)), StyledLine.of("    " + reason));
      case Change.Clash clash ->
          Stream.of(
              StyledLine.EMPTY.red(
                  "! " + head(clash.member(), clash.wanted().shown(FieldName.EMAIL))),
              StyledLine.of("    " + clash.reason()));
      case Change.Depart depart -> departure(depart);
      case Change.Restore restore -> restored(restore);
    };
  }

  private Stream<StyledLine> revival(Change.Revive revive) {
    var head =
        StyledLine.EMPTY
            .green("^ " + head(revive.member(), revive.wanted().shown(FieldName.EMAIL)))
            .faint("  contact " + revive.contact().id());
    return Stream.of(head, StyledLine.of("    " + Reasoning.backFrom(revive)));
  }

  private Stream<StyledLine> departure(Change.Depart depart) {
    var email = depart.contact().profile().shown(FieldName.EMAIL);
    var head =
        StyledLine.EMPTY
            .red("x " + head(depart.member(), email))
            .faint("  has left, contact " + depart.contact().id());
    return Stream.concat(Stream.of(head), deed(depart.deed()));
  }

  private Stream<StyledLine> restored(Change.Restore restore) {
    var head =
        StyledLine.EMPTY
            .yellow("< " + head(restore.member(), restore.email()))
            .faint("  taken back, contact " + restore.contact());
    var told = Stream.concat(restore.notes().stream(), restore.open().stream());
    return Stream.of(
            Stream.of(head),
            restore.deeds().stream().flatMap(this::deed),
            told.map(sentence -> StyledLine.EMPTY.yellow("    " + sentence)))
        .flatMap(lines -> lines);
  }

  private Stream<StyledLine> deed(Deed deed) {
    return switch (deed) {
      case Deed.Write(_, _, var differences) -> differences(differences);
      case Deed.Archive(var contact, _) ->
          Stream.of(StyledLine.EMPTY.red("    archive contact " + contact));
      case Deed.Unarchive(var contact) ->
          Stream.of(StyledLine.EMPTY.green("    unarchive contact " + contact));
      case Deed.Block(var contact) ->
          Stream.of(StyledLine.EMPTY.red("    block contact " + contact));
      case Deed.Unblock(var contact) ->
          Stream.of(StyledLine.EMPTY.green("    unblock contact " + contact));
    };
  }

  private Stream<StyledLine> lines(
      StyledLine head, List<Difference> differences, List<Contact> surplus) {
    return Stream.of(Stream.of(head), differences(differences), surplus.stream().map(this::archive))
        .flatMap(part -> part);
  }

  private Stream<StyledLine> differences(List<Difference> differences) {
    var widest =
        differences.stream().mapToInt(each -> each.field().value().length()).max().orElse(1);
    return Difference.as(privacy, differences).stream().map(each -> difference(each, widest));
  }

  private StyledLine difference(Difference difference, int widest) {
    return StyledLine.of(("    %-" + widest + "s  ").formatted(difference.field()))
        .then(value(difference.before()))
        .plain(" → ")
        .then(value(difference.after()));
  }

  private static StyledLine value(String text) {
    return text.isEmpty() ? StyledLine.EMPTY.faint("(empty)") : StyledLine.of(text);
  }

  private StyledLine archive(Contact contact) {
    return StyledLine.EMPTY.red(
        "  - archive contact %s (%s, created %s)"
            .formatted(
                contact.id(),
                privacy.email(contact.profile().shown(FieldName.EMAIL)),
                Wording.created(contact.createdAt())));
  }

  private Stream<StyledLine> more(int hidden) {
    return hidden <= 0
        ? Stream.empty()
        : Stream.of(
            StyledLine.EMPTY.faint(
                "… and %s. --all lists them, --json has them for a program."
                    .formatted(Words.count(hidden, "more member"))));
  }

  private Stream<StyledLine> notices(Plan plan, int above) {
    var gap = above == 0 ? Stream.<StyledLine>empty() : Stream.of(StyledLine.EMPTY);
    if (plan.notices().isEmpty()) {
      return gap;
    }
    var text = new NoticeText(privacy);
    var listing =
        plan.notices().stream().limit(listed).map(notice -> StyledLine.of("  " + text.of(notice)));
    return Stream.of(
            gap,
            Stream.of(StyledLine.EMPTY.bold("Notices:")),
            listing,
            more(plan.notices().size() - listed, "notice"),
            Stream.of(StyledLine.EMPTY))
        .flatMap(part -> part);
  }

  private Stream<StyledLine> more(int hidden, String what) {
    return hidden <= 0
        ? Stream.empty()
        : Stream.of(
            StyledLine.EMPTY.faint("  … and %s.".formatted(Words.count(hidden, "more " + what))));
  }

  private String head(MemberId member, String email) {
    return email.isEmpty() ? member.value() : member + "  " + privacy.email(email);
  }
}
