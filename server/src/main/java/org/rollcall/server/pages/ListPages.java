package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Ignored;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.page.PageTime;
import org.rollcall.page.Tone;
import org.rollcall.page.site.Filter;
import org.rollcall.page.site.FilterLink;
import org.rollcall.page.site.Frame.Place;
import org.rollcall.page.site.TableView;
import org.rollcall.page.site.TableView.Cell;
import org.rollcall.page.site.Text;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.run.RunStopped;
import org.rollcall.server.access.PageNeeds;
import org.rollcall.server.web.Routes;

/// Lists that somebody works through: what runs noticed, who is ignored, contacts without a member,
/// and members with several contacts. Each is about one sync, which its address names.
record ListPages(Answering answering) implements Routes {
  /// A table of more rows is no longer read.
  private static final int ROWS = 200;

  private static final int NAMED = 10;
  private static final int RUNS = 10;

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/notices", answering.by(ListPages::notices), PageNeeds.VIEWER);
    routes.get("/ignored", answering.by(ListPages::ignored), PageNeeds.VIEWER);
    routes.get("/orphans", answering.by(ListPages::orphans), PageNeeds.VIEWER);
    routes.get("/duplicates", answering.by(ListPages::duplicates), PageNeeds.VIEWER);
  }

  private static void notices(Visit visit) {
    var run = visit.query("run");
    var sync = run.isEmpty() ? visit.chosenSync() : visit.sync(syncOf(visit, run));
    var privacy = visit.privacy(sync);
    var notices =
        visit.remembered(history -> {
          var about = run.isEmpty() ? newest(history.runs(of(sync), RUNS)) : Optional.of(run);
          return about.map(history::notices).orElse(List.of());
        });
    show(
        visit,
        sync,
        Place.NOTICES,
        "notices",
        List.of(Text.text("notices.what"), Text.text("notices.members")),
        notices.stream().map(notice -> row(notice, privacy)).toList());
  }

  private static String syncOf(Visit visit, String run) {
    return visit
        .remembered(history -> history.run(run))
        .map(found -> found.sync().value())
        .orElseThrow(() -> Visit.missing("refused.no-run", Visit.printable(run)));
  }

  private static Optional<String> newest(List<JournaledRun> runs) {
    return runs.stream().filter(run -> run.totals().isPresent()).map(JournaledRun::run).findFirst();
  }

  private static RunFilter of(SyncName sync) {
    return new RunFilter(Optional.of(sync), Optional.empty());
  }

  private static List<Cell> row(NoticeRecord notice, Privacy privacy) {
    return List.of(
        Cell.of(notice.sentence(privacy), Tone.WARNING), Cell.of(numbers(notice.members())));
  }

  private static String numbers(List<MemberId> members) {
    var some = members.stream().limit(NAMED).map(MemberId::value).toList();
    return String.join(", ", some) + (members.size() > some.size() ? ", …" : "");
  }

  private static void ignored(Visit visit) {
    var sync = visit.chosenSync();
    show(
        visit,
        sync,
        Place.IGNORED,
        "ignored",
        List.of(
            Text.text("ignored.member"),
            Text.text("ignored.until"),
            Text.text("ignored.who"),
            Text.text("ignored.why"),
            Text.text("ignored.cause"),
            Text.text("ignored.do")),
        ignoredRows(visit, sync));
  }

  private static List<List<Cell>> ignoredRows(Visit visit, SyncName sync) {
    try {
      var ignores = visit.operations().ignores(visit.selection(sync));
      return ignores.known().all().stream()
          .map(each -> row(each, ignores.cause(each.member()).orElse(""), sync))
          .toList();
    } catch (RunStopped _) {
      return List.of();
    }
  }

  private static List<Cell> row(Ignored ignored, String cause, SyncName sync) {
    var path = member(sync, ignored.member().value());
    return List.of(
        Cell.link(ignored.member().value(), path),
        Cell.of(PageTime.of(ignored.until())),
        Cell.of(ignored.who()),
        Cell.of(ignored.why()),
        Cell.of(cause),
        Cell.action(
            Text.text("ignored.stop"), path + "/notice", "member", ignored.member().value()));
  }

  private static String member(SyncName sync, String number) {
    return "/syncs/%s/members/%s".formatted(sync.value(), number);
  }

  private static void orphans(Visit visit) throws InterruptedException {
    var sync = visit.chosenSync();
    var privacy = visit.privacy(sync);
    var found = visit.operations().orphans(visit.selection(sync), _ -> {});
    show(
        visit,
        sync,
        Place.ORPHANS,
        "orphans",
        List.of(
            Text.text("orphans.number"),
            Text.text("orphans.contact"),
            Text.text("orphans.email"),
            Text.text("orphans.seen")),
        found.contacts().stream().map(contact -> row(contact, privacy)).toList());
  }

  private static List<Cell> row(Contact contact, Privacy privacy) {
    return List.of(
        Cell.of(contact.externalId().orElse("")),
        Cell.of(contact.id().value()),
        Cell.of(privacy.email(contact.profile().shown(FieldName.EMAIL))),
        Cell.of(
            contact.lastSeenAt() == 0
                ? ""
                : PageTime.of(Instant.ofEpochSecond(contact.lastSeenAt()))));
  }

  /// The latest runs tell them. The list of Intercom is not asked.
  private static void duplicates(Visit visit) {
    var sync = visit.chosenSync();
    var rows = new ArrayList<List<Cell>>();
    visit.remembered(history -> {
      for (var run : history.runs(of(sync), RUNS)) {
        history.changes(run.run()).stream()
            .filter(change -> !change.archived().isEmpty())
            .forEach(change ->
                rows.add(
                    List.of(
                        Cell.link(change.member().value(), member(sync, change.member().value())),
                        Cell.link(PageTime.of(run.started()), "/runs/" + run.run()),
                        Cell.of(ids(change.archived())))));
      }
      return rows;
    });
    show(
        visit,
        sync,
        Place.DUPLICATES,
        "duplicates",
        List.of(
            Text.text("duplicates.member"),
            Text.text("duplicates.run"),
            Text.text("duplicates.archived")),
        rows);
  }

  private static String ids(List<ContactId> contacts) {
    return String.join(", ", contacts.stream().map(ContactId::value).toList());
  }

  /// @param key what the texts of this list begin with
  private static void show(
      Visit visit,
      SyncName sync,
      Place place,
      String key,
      List<String> head,
      List<List<Cell>> rows) {
    var filter = visit.filter();
    var fitting = rows.stream().filter(row -> fits(row, filter)).toList();
    int from = Math.min(visit.from(), fitting.size());
    int last = Math.min(from + ROWS, fitting.size());
    visit.show(
        Text.text(key + ".title"),
        place,
        new TableView(
            Text.text(key + ".about"),
            filter,
            choices(visit, sync),
            head,
            fitting.subList(from, last),
            Text.text(filter.isOpen() ? key + ".empty" : "filter.nobody"),
            last < fitting.size() ? more(sync, filter, last) : "",
            ""));
  }

  private static String more(SyncName sync, Filter filter, int from) {
    return filter.query(from) + "&sync=" + sync.value();
  }

  private static boolean fits(List<Cell> row, Filter filter) {
    var text = String.join(" ", row.stream().map(Cell::text).toList()).toLowerCase(Locale.ROOT);
    return Stream.of(filter.words().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(text::contains);
  }

  /// Where there are several syncs, one is chosen.
  private static List<FilterLink> choices(Visit visit, SyncName chosen) {
    var all = visit.use().syncs();
    return all.size() < 2
        ? List.of()
        : all.stream()
            .map(each ->
                new FilterLink(
                    each.value(), -1, Tone.QUIET, "?sync=" + each.value(), each.equals(chosen)))
            .toList();
  }
}
