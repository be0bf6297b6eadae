package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.app.OrphanList;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.mapping.Projected;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.PrintableText;
import org.rollcall.model.Profile;
import org.rollcall.model.SyncName;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Match;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;
import org.rollcall.review.Explanation;
import org.rollcall.run.Basis;
import org.rollcall.run.Delivery;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Totals;
import tools.jackson.databind.json.JsonMapper;

/// Names, answers and settings that were written to harm whoever looks at them on a terminal or in
/// a log.
class HostileTextTest {
  private static final String FORGED = "2026-11-23T08:00:00.000Z INFO  Run run-1 succeeded";

  /// A clipboard written by the terminal, a forged line of the log, a text that reads from right to
  /// left, and what else is no text.
  private static final String EVIL =
      "Ann\u001b]52;c;aGk=\u0007\r\n"
          + FORGED
          + "\n\u001b[2J\u009b31m\u202egnp\u2066x\u2028y\u0085z\ud83d\t\udb40\udc41";

  /// What the program itself writes beside text: styles, a cleared line, the progress bar, stack
  /// traces.
  private static final Pattern OURS =
      Pattern.compile(
          "\u001b\\[[0-9;]*m|\r\u001b\\[K|\r(?=Applying  )|\r+ +\r|\n\t*at |\n\t+\\.\\.\\. |\n");

  @TempDir private Path folder;
  private final FakeOperations operations = new FakeOperations();

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "COLOUR"})
  void no_command_hands_it_to_a_screen(Terminal.Look look) {
    everythingIsHostile();
    for (var command : commands()) {
      for (var json : List.of(false, true)) {
        var screen = new Captured(look);
        screen.run(operations, json ? with(command, "--json") : command);
        assertHarmless(String.join(" ", command), screen.out() + "\n" + screen.err());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void no_log_holds_it(String format) throws IOException {
    everythingIsHostile();
    var file = folder.resolve("night.log");
    var report = folder.resolve("report.json");
    var screen = Captured.plain();
    screen.run(
        operations, "sync", "--log-format", format, "--log-file=" + file, "--report=" + report);
    assertHarmless("screen", screen.err());
    assertHarmless("file", Files.readString(file));
    assertHarmless("report", Files.readString(report));
    assertThat(Files.readString(file)).contains("52;c;aGk=");
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "COLOUR"})
  void no_failure_tells_it(Terminal.Look look) {
    var failures =
        List.of(
            new RunStopped(RunStopped.Kind.FAILED, EVIL, new IOException(EVIL)),
            new RunStopped(RunStopped.Kind.SETTINGS, List.of(EVIL, EVIL)),
            new IllegalStateException(EVIL, new IOException(EVIL)));
    for (var failure : failures) {
      operations.trouble =
          () -> {
            throw failure;
          };
      for (var command : List.of("sync", "plan", "demo", "notify")) {
        var screen = new Captured(look);
        screen.run(operations, command.equals("notify") ? with(command, "--test") : with(command));
        assertHarmless(command, screen.out() + "\n" + screen.err());
      }
    }
  }

  @Test
  void no_command_line_echoes_it() {
    var screen = new Captured(Terminal.Look.COLOUR);
    for (var wrong :
        List.of(
            with(EVIL),
            with("sync", "--" + EVIL),
            with("sync", "--limit=" + EVIL),
            with("sync", "--sync=" + EVIL),
            with("apply", EVIL),
            with("sync", "--log-file=" + folder + "/no/" + EVIL),
            with("undo", EVIL),
            with("history", EVIL))) {
      screen.run(operations, wrong);
    }
    assertHarmless("usage", screen.out() + "\n" + screen.err());
    assertThat(screen.err()).contains("52;c;aGk=");
  }

  @Test
  void mistakes_in_the_settings_are_still_told_line_by_line() {
    operations.trouble =
        () -> {
          throw new RunStopped(
              RunStopped.Kind.SETTINGS, List.of("a.yaml:1:1: one", "a.yaml:2:1: two"));
        };
    var screen = Captured.plain();
    screen.run(operations, "plan");
    assertThat(screen.err().lines().map(line -> line.substring(25)))
        .containsExactly("ERROR a.yaml:1:1: one", "ERROR a.yaml:2:1: two");
  }

  @Test
  void a_program_still_reads_the_text_as_it_is() {
    everythingIsHostile();
    var screen = Captured.plain();
    screen.run(operations, "plan", "--json");
    var name =
        JsonMapper.shared().readTree(screen.out()).at("/changes/0/fields/name/1").asString("");
    assertThat(name).isEqualTo(EVIL);
  }

  private static void assertHarmless(String what, String text) {
    var theirs = OURS.matcher("\n" + text).replaceAll("");
    assertThat(theirs.codePoints().filter(each -> !PrintableText.isPrintable(each)).boxed())
        .as(what + ": " + text)
        .isEmpty();
    assertThat(text.lines()).as(what).noneMatch(line -> line.startsWith(FORGED));
  }

  private static List<String[]> commands() {
    return List.of(
        with("plan"),
        with("plan", "--all"),
        with("sync"),
        with("sync", "--dry-run"),
        with("explain", "10001"),
        with("orphans"),
        with("history"),
        with("history", "run-1"),
        with("notices", "run-1"),
        with("undo", "run-1"),
        with("undo", "run-1", "--yes"),
        with("doctor"),
        with("doctor", "--fix", "--yes"),
        with("notify", "--test"),
        with("demo"));
  }

  private static String[] with(String command, String... more) {
    return with(new String[] {command}, more);
  }

  private static String[] with(String[] command, String... more) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private void everythingIsHostile() {
    operations.syncs = List.of(SyncName.DEFAULT, new SyncName("other"));
    operations.plan = plan();
    operations.events = events();
    operations.report = report();
    operations.history = new HostileRuns(EVIL);
    operations.explanation = explanation();
    operations.orphans =
        new OrphanList(
            SyncName.DEFAULT,
            Samples.TARGET,
            new Leavers.Archive(),
            List.of(Samples.orphan(EVIL, EVIL, EVIL, EVIL)));
    operations.deliveries = List.of(new Delivery(EVIL, Optional.of(EVIL)));
    operations.diagnosis =
        new Diagnosis(
            List.of(new Finding.Wrong(EVIL, EVIL, EVIL), new Finding.Good(EVIL, EVIL)), List.of());
  }

  private static Wanted wanted() {
    return new Wanted(
        new MemberId("10001"),
        new TreeMap<>(
            Map.of(
                FieldName.EMAIL, new Wish.Put(new Value.Email(EVIL)),
                FieldName.NAME, new Wish.Put(new Value.Text(EVIL)))),
        List.of(EVIL));
  }

  private static Contact contact() {
    return new Contact(
        new ContactId(EVIL), Profile.of(Map.of(FieldName.NAME, new Value.Text(EVIL))), 0);
  }

  private static List<Difference> differences() {
    return List.of(
        new Difference(FieldName.NAME, "", EVIL),
        new Difference(FieldName.attribute("evil" + EVIL.replace("\ud83d", "")), EVIL, ""));
  }

  private static Plan plan() {
    return new Plan(
        List.of(
            new Change.Create(wanted(), differences()),
            new Change.Update(wanted(), contact(), Match.EMAIL, differences(), List.of(contact())),
            new Change.Skip(new MemberId("10002"), EVIL, EVIL)),
        List.of(
            new Notice.Mapping(new MemberId("10003"), EVIL),
            new Notice.SharedEmail(EVIL, List.of(new MemberId("10004"))),
            new Notice.UnknownCodes(EVIL, new TreeMap<>(Map.of(EVIL, 2))),
            new Notice.StaleSource(EVIL)));
  }

  private static Outcome failed() {
    return Outcome.of(
            new MemberId("10001"),
            EVIL,
            EVIL,
            new Result.Failed(EVIL, true, Optional.of(new IOException(EVIL, new Error(EVIL)))))
        .on(new ContactId(EVIL))
        .writing(differences())
        .lastAsked(EVIL);
  }

  private static Report report() {
    return new Report(
        SyncName.DEFAULT,
        EVIL,
        Optional.of(Samples.TARGET),
        Report.Status.FAILED,
        Samples.EIGHT,
        Samples.EIGHT.plusSeconds(3),
        Basis.INTERCOM,
        Totals.NONE,
        new Report.Requests(1, 2),
        List.of(failed()),
        Optional.of(EVIL));
  }

  private static List<RunEvent> events() {
    return List.of(
        new RunEvent.Started(EVIL, Basis.INTERCOM),
        new RunEvent.StoreFound(EVIL),
        new RunEvent.RosterRetry(EVIL, 2, 3, Duration.ofSeconds(1), Duration.ofSeconds(7)),
        new RunEvent.GatewayRetry(EVIL, EVIL, 2, 3, Duration.ofSeconds(1)),
        new RunEvent.ListedAnew(EVIL),
        new RunEvent.Noticed(new Notice.Mapping(new MemberId("10003"), EVIL)),
        new RunEvent.Duplicate("10001", EVIL, EVIL, EVIL, 0, true),
        new RunEvent.Settled(failed(), 1, 1),
        new RunEvent.Warned(EVIL),
        new RunEvent.Finished(report()));
  }

  private static Explanation explanation() {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put(EVIL, EVIL);
    row.put("joined", List.of(Map.of(EVIL, EVIL)));
    return new Explanation(
        new MemberId("10001"),
        new Explanation.Standing.Eligible(
            new Member(new MemberId("10001"), row), new Projected.Ready(wanted(), List.of())),
        new TreeMap<>(Map.of(FieldName.NAME, EVIL)),
        Optional.of(new Change.Update(wanted(), contact(), Match.EMAIL, differences(), List.of())),
        new HostileRuns(EVIL).changes("run-1"));
  }
}
