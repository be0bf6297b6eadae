package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.app.FoundMember;
import org.rollcall.app.Ignores;
import org.rollcall.app.OnlyThese;
import org.rollcall.app.RunRequest;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.page.PageTime;
import org.rollcall.page.site.Frame.Place;
import org.rollcall.page.site.MemberNow;
import org.rollcall.page.site.MemberView;
import org.rollcall.page.site.MemberView.PastRow;
import org.rollcall.page.site.SearchView;
import org.rollcall.page.site.Site;
import org.rollcall.page.site.Text;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.run.RunStopped;
import org.rollcall.server.access.PageNeeds;
import org.rollcall.server.web.Routes;

/// Members: found, looked at, and what can be done for one.
record MemberPages(Answering answering, PageStarts starts) implements Routes {
  private static final int FOUND = 50;
  private static final int PAST = 100;
  private static final int RUNS = 10;

  @Override
  public void addTo(RoutesConfig routes) {
    var member = "/syncs/{name}/members/{member}";
    routes.get("/members", answering.by(MemberPages::search), PageNeeds.VIEWER);
    routes.get(member, answering.by(MemberPages::show), PageNeeds.VIEWER);
    routes.get(member + "/now", answering.by(MemberPages::now), PageNeeds.VIEWER);
    routes.post(member + "/sync", answering.by(this::sync), PageNeeds.OPERATOR);
    routes.post(member + "/ignore", answering.by(MemberPages::ignore), PageNeeds.OPERATOR);
    routes.post(member + "/notice", answering.by(MemberPages::notice), PageNeeds.OPERATOR);
  }

  private static void search(Visit visit) throws InterruptedException {
    var asked = visit.query("asked").strip();
    var sync = visit.chosenSync();
    var found =
        asked.isEmpty()
            ? List.<FoundMember>of()
            : visit.operations().find(visit.selection(sync), asked, FOUND);
    var exact = found.stream().filter(each -> isExactly(each, asked)).findFirst();
    if (exact.isPresent()) {
      visit.go(path(sync, exact.get().id()));
      return;
    }
    visit.show(
        Text.text("search.title"),
        Place.MEMBERS,
        new SearchView(
            sync.value(), asked, rows(asked, found, visit.privacy(sync)), answer(asked, found)));
  }

  private static boolean isExactly(FoundMember member, String asked) {
    return member.id().value().equals(asked) || member.email().equalsIgnoreCase(asked);
  }

  private static String path(SyncName sync, MemberId member) {
    return "/syncs/%s/members/%s".formatted(sync.value(), member.value());
  }

  /// Somebody who is not eligible is found by their number alone.
  private static List<SearchView.Found> rows(
      String asked, List<FoundMember> found, Privacy privacy) {
    return found.isEmpty() && asked.matches("[^\\s@/?#%]{1,60}")
        ? List.of(new SearchView.Found(asked, Text.text("search.anyway")))
        : found.stream().map(each -> row(each, privacy)).toList();
  }

  private static SearchView.Found row(FoundMember member, Privacy privacy) {
    return new SearchView.Found(
        member.id().value(),
        "%s %s".formatted(privacy.name(member.name()), privacy.email(member.email())).strip());
  }

  private static String answer(String asked, List<FoundMember> found) {
    if (asked.isEmpty()) {
      return "";
    }
    return found.isEmpty() ? Text.text("search.none") : Text.text("search.many", found.size());
  }

  private static void show(Visit visit) {
    visit.show(
        Text.text("member.title", visit.member().value()),
        Place.MEMBERS,
        view(visit, Optional.empty()));
  }

  /// A part of the page for a script, and the whole page for everybody else.
  private static void now(Visit visit) throws InterruptedException {
    var sync = visit.sync();
    var now =
        MemberNow.of(
            visit.operations().explain(visit.selection(sync), visit.member().value(), _ -> {}),
            target(visit).map(Target::workspace),
            visit.privacy(sync));
    if (visit.isPart()) {
      visit.html(Site.part("now", Map.of("now", now)));
    } else {
      visit.show(
          Text.text("member.title", visit.member().value()),
          Place.MEMBERS,
          view(visit, Optional.of(now)));
    }
  }

  private static MemberView view(Visit visit, Optional<MemberNow> now) {
    return new MemberView(
        visit.sync().value(), visit.member().value(), now, past(visit), ignored(visit));
  }

  private static List<PastRow> past(Visit visit) {
    var privacy = visit.privacy(visit.sync());
    return target(visit).stream()
        .flatMap(target ->
            visit.remembered(history -> history.changes(target, visit.member(), PAST)).stream())
        .map(change -> PastRow.of(change, privacy))
        .toList();
  }

  /// As the latest runs found it.
  private static Optional<Target> target(Visit visit) {
    var filter = new RunFilter(Optional.of(visit.sync()), Optional.empty());
    return visit.remembered(history -> history.runs(filter, RUNS)).stream()
        .map(JournaledRun::target)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String ignored(Visit visit) {
    try {
      return ignores(visit).known().all().stream()
          .filter(each -> each.member().equals(visit.member()))
          .findFirst()
          .map(each ->
              Text.text("member.ignored", PageTime.of(each.until()), each.who(), each.why()))
          .orElse("");
    } catch (RunStopped _) {
      return "";
    }
  }

  private void sync(Visit visit) {
    var only = new OnlyThese(List.of(visit.member().value()), RunStopped.Kind.SETTINGS);
    starts.begin(
        visit,
        visit.sync(),
        new RunRequest.Chosen("sync", (_, plan) -> only.among(plan), RunRequest.Overrides.NONE));
  }

  private static void ignore(Visit visit) {
    var why = visit.field("why");
    if (why.isEmpty()) {
      throw Visit.conflict("refused.missing-why");
    }
    var days = visit.field("days");
    var ignores = ignores(visit);
    var until =
        ignores
            .clock()
            .instant()
            .plus(Duration.ofDays(days.matches("\\d{1,3}") ? Long.parseLong(days) : 7));
    ignores.add(visit.member(), until, why);
    visit.go(Done.IGNORED.at(path(visit.sync(), visit.member())));
  }

  private static void notice(Visit visit) {
    var _ = ignores(visit).known().remove(visit.member());
    visit.go(Done.NOTICED.at(path(visit.sync(), visit.member())));
  }

  /// The visitor is who asks, and not who started the service.
  private static Ignores ignores(Visit visit) {
    return visit.operations().ignores(visit.selection(visit.sync())).askedBy(visit.caller().who());
  }
}
