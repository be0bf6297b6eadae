package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.access.AuditLog;
import org.rollcall.access.MachineToken;
import org.rollcall.app.Access;
import org.rollcall.app.Timetable;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.page.PageTime;
import org.rollcall.page.Tone;
import org.rollcall.page.site.DoctorView;
import org.rollcall.page.site.Filter;
import org.rollcall.page.site.Frame.Place;
import org.rollcall.page.site.SetupView;
import org.rollcall.page.site.TableView;
import org.rollcall.page.site.TableView.Cell;
import org.rollcall.page.site.Text;
import org.rollcall.schedule.NextRun;
import org.rollcall.schedule.Schedule;
import org.rollcall.server.access.PageNeeds;
import org.rollcall.server.web.Routes;

/// How the service is set up: schedules, the doctor, who has access, and what was done.
///
/// @param store where everything is kept, without any secret
/// @param reload reads the settings again; refuses with every mistake
record SetupPages(Answering answering, String store, Runnable reload) implements Routes {
  private static final int NEXT = 5;
  private static final int ENTRIES = 200;

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/setup", answering.by(this::show), PageNeeds.VIEWER);
    routes.get("/setup/doctor", answering.by(SetupPages::examine), PageNeeds.VIEWER);
    routes.get("/setup/settings", answering.by(SetupPages::settings), PageNeeds.OPERATOR);
    routes.get("/setup/people", answering.by(SetupPages::people), PageNeeds.ADMIN);
    routes.get("/setup/tokens", answering.by(SetupPages::tokens), PageNeeds.ADMIN);
    routes.get("/setup/audit", answering.by(SetupPages::audit), PageNeeds.ADMIN);
    routes.post("/setup/reload", answering.by(this::readAgain), PageNeeds.ADMIN);
  }

  private void show(Visit visit) {
    var times =
        visit.operations().timetables(visit.use().selection(), NEXT).stream()
            .map(SetupPages::times)
            .toList();
    visit.show(Text.text("setup.title"), Place.SETUP, new SetupView(times, store));
  }

  private static SetupView.Times times(Timetable timetable) {
    return new SetupView.Times(
        timetable.sync().value(),
        timetable.schedule().map(Schedule::inWords).map(each -> String.join("; ", each)).orElse(""),
        timetable.next().stream().map(NextRun::earliest).toList(),
        timetable.pause().map(pause -> Text.text("overview.paused", pause.inWords())).orElse(""));
  }

  private static void examine(Visit visit) throws InterruptedException {
    var sync = visit.chosenSync();
    var diagnosis = visit.operations().examine(visit.selection(sync)).get(sync);
    visit.show(
        Text.text("doctor.title", sync.value()),
        Place.SETUP,
        new DoctorView(sync.value(), diagnosis == null ? List.of() : found(diagnosis)));
  }

  private static List<DoctorView.Found> found(Diagnosis diagnosis) {
    return Stream.concat(
            diagnosis.findings().stream().map(SetupPages::found),
            diagnosis.codes().stream()
                .map(code ->
                    new DoctorView.Found(
                        Text.text("doctor.code", code.vocabulary(), code.use().code()),
                        Tone.QUIET,
                        List.of(Text.text("doctor.counted", code.use().members())))))
        .toList();
  }

  private static DoctorView.Found found(Finding finding) {
    var tone =
        switch (finding) {
          case Finding.Good _ -> Tone.GOOD;
          case Finding.Warning _ -> Tone.WARNING;
          case Finding.Wrong _ -> Tone.BAD;
        };
    return new DoctorView.Found(
        finding.subject(),
        tone,
        Stream.concat(
                Stream.of(finding.found(), finding.advice()),
                finding.unseen().isEmpty()
                    ? Stream.empty()
                    : Stream.of(Text.text("doctor.unseen", String.join(", ", finding.unseen()))))
            .filter(sentence -> !sentence.isEmpty())
            .toList());
  }

  private static void settings(Visit visit) {
    table(
        visit,
        "settings",
        List.of("setting", "value", "from"),
        visit.operations().settings(visit.selection(visit.chosenSync())).stream()
            .map(
                line -> List.of(Cell.of(line.path()), Cell.of(line.value()), Cell.of(line.place())))
            .toList());
  }

  private static Access access(Visit visit) {
    return visit.operations().access(visit.use().selection());
  }

  private static void people(Visit visit) {
    table(
        visit,
        "people",
        List.of("name", "role", "since", "seen"),
        visit.operations().people(visit.use().selection()).accounts().all().stream()
            .map(account ->
                List.of(
                    Cell.of(account.name()),
                    Cell.of(account.role().word()),
                    Cell.of(PageTime.of(account.created())),
                    Cell.of(account.used().map(PageTime::of).orElse(""))))
            .toList());
  }

  private static void tokens(Visit visit) {
    var access = access(visit);
    var now = access.clock().instant();
    table(
        visit,
        "tokens",
        List.of("name", "role", "state", "since", "creator", "used"),
        access.tokens().all().stream()
            .map(token ->
                List.of(
                    Cell.of(token.name()),
                    Cell.of(token.role().word()),
                    state(token.state(now)),
                    Cell.of(PageTime.of(token.created())),
                    Cell.of(token.creator()),
                    Cell.of(token.used().map(PageTime::of).orElse(""))))
            .toList());
  }

  private static Cell state(MachineToken.State state) {
    return switch (state) {
      case VALID -> Cell.of(Text.text("tokens.valid"), Tone.GOOD);
      case EXPIRED -> Cell.of(Text.text("tokens.expired"), Tone.WARNING);
      case REVOKED -> Cell.of(Text.text("tokens.revoked"), Tone.BAD);
    };
  }

  private static void audit(Visit visit) {
    AuditLog log = access(visit).audit();
    table(
        visit,
        "audit",
        List.of("time", "who", "from", "action", "subject", "ending"),
        log.latest(ENTRIES).stream()
            .map(entry ->
                List.of(
                    Cell.of(PageTime.of(entry.time())),
                    Cell.of(entry.who()),
                    Cell.of(entry.from()),
                    Cell.of(entry.action()),
                    Cell.of(entry.subject()),
                    Cell.of(entry.ending())))
            .toList());
  }

  /// @param key what the texts of this list begin with
  private static void table(Visit visit, String key, List<String> columns, List<List<Cell>> rows) {
    visit.show(
        Text.text(key + ".title"),
        Place.SETUP,
        new TableView(
            Text.text(key + ".about"),
            Filter.NONE,
            List.of(),
            columns.stream().map(column -> Text.text(key + "." + column)).toList(),
            rows,
            Text.text(key + ".empty"),
            "",
            ""));
  }

  private void readAgain(Visit visit) {
    reload.run();
    visit.go(Done.RELOADED.at("/setup"));
  }
}
