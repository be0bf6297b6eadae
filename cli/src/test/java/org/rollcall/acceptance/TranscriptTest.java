package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.app.NamedSync;
import org.rollcall.sandbox.LivedInWorkspace;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SampleSettings;
import org.rollcall.settings.SettingsText;
import org.rollcall.support.Golden;

/// What a new organisation does and sees on the first day, and what the log of a quiet night looks
/// like: real runs, kept as a page. What is another each time, such as times and ports, is written
/// as an example.
@Tag("slow")
class TranscriptTest {
  private static final int MEMBERS = 2000;
  private static final long SEED = 3;

  /// The lines of a long plan that the page shows.
  private static final int SHOWN = 40;

  /// The organisation's own codes, in place of the sample roster's, and what its staff call them.
  private static final Map<String, String> CODES =
      Map.of(
          "PRES", "CH",
          "VP", "VCH",
          "SEC", "CLK",
          "TREAS", "TRS",
          "AREP", "DEL",
          "SAFETY", "SAF",
          "TRNG", "TRN");

  private static final String NAMES =
      """
      vocabulary:
        positions:
          CH: Chair
          VCH: Vice Chair
          CLK: Clerk
          TRS: Treasurer
          DEL: Delegate
          SAF: Safety Lead
      """;

  /// What differs from run to run, and an example of it.
  private static final Map<Pattern, String> EXAMPLES = examples();

  private static Map<Pattern, String> examples() {
    var examples = new LinkedHashMap<Pattern, String>();
    examples.put(Pattern.compile("\\b20\\d{6}T\\d{6}Z-\\w+"), "20261123T080000Z-1f2e");
    examples.put(
        Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"),
        "2026-11-23T08:00:00$1Z");
    examples.put(Pattern.compile("T08:00:00\\.\\d+Z"), "T08:00:00.000Z");
    examples.put(
        Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"), "2026-11-23 08:00:00");
    examples.put(Pattern.compile(" {3,}\\d+\\.\\d\\ds\\b"), "     1.23s");
    examples.put(Pattern.compile("\\b\\d+\\.\\d\\ds\\b"), "1.23s");
    examples.put(Pattern.compile("\\b[0-9a-f]{24}\\b"), "6745a1b2c3d4e5f607182930");
    examples.put(Pattern.compile("http://127\\.0\\.0\\.1:\\d+"), "http://127.0.0.1:4010");
    examples.put(Pattern.compile("127\\.0\\.0\\.1:\\d+ answers"), "127.0.0.1:4010 answers");
    examples.put(Pattern.compile("[\\d,]+ are left"), "999,998 are left");
    examples.put(Pattern.compile("\\b\\d[\\d.,]* MiB\\b"), "40,000 MiB");
    return examples;
  }

  @TempDir private Path folder;
  private final StringBuilder page = new StringBuilder();

  @Test
  void the_page_shows_what_a_newcomer_does_and_sees() throws Exception {
    try (var stage = new Stage(SampleRoster.of(MEMBERS), folder)) {
      Files.delete(folder.resolve("rollcall.yaml"));
      live(stage);
      firstDay(stage);
      say("## A quiet night");
      say("The next night nothing is left to do, and the log is short:");
      stage.later(Duration.ofDays(1));
      tell(true, stage, "sync");
    }
    Golden.assertSame("docs/first-day.md", page.toString());
  }

  private void firstDay(Stage stage) throws Exception {
    say(
        """
        # A first day, and a quiet night

        From nothing to a first reviewed `apply`, as a new organisation goes through it: a roster of 2,000 members with position codes of its own, and an Intercom workspace that staff have kept by hand for years. It takes about twelve minutes of your time; what the machine takes is not counted. A test does all of it with a real PostgreSQL behind a REST API and a stand-in Intercom, and makes this page from what it saw; only times, ids and addresses are examples.

        You need Rollcall ([install](install.md)) and a folder with a file `.env` for you alone, which says where both sides are:

        ```
        SUPABASE_URL=https://REF.supabase.co
        SUPABASE_SERVICE_ROLE_KEY=...
        INTERCOM_ACCESS_TOKEN=...
        ```

        ## 1. Settings for the roster that you have (1 minute)\
        """);
    tell(false, stage, "init", "--from-roster", stage.path("rollcall.yaml"));
    oneWriteAtATime();
    say(
        """

        It has read both sides and changed neither. Nothing is named by itself.

        ## 2. Name the codes (4 minutes)
        In `rollcall.yaml` each code waits with what Intercom holds today for members with exactly that code:
        """);
    block("yaml", vocabulary());
    say(
        """

        Take the `#` away where the name is right, correct it where it is not, and put the lines into the order in which a contact shall list them. Here `TRN` stays as it is for now:
        """);
    named();
    block("yaml", vocabulary());
    say(
        """

        Above `where` the file says which values `status` has, so look there whether the right people are eligible. Under `tests` you can write down what must hold of your members; [settings](settings.md#tests-what-a-row-must-give) tells how.

        ## 3. Is all in place? (2 minutes)\
        """);
    tell(false, stage, "validate");
    say("");
    tell(false, stage, "doctor");
    say(
        """

        A `!` is worth a look and keeps no run from beginning. Where an attribute is missing, `rollcall doctor --fix` creates it.

        ## 4. What would be written? (4 minutes)
        `plan` writes nothing. It begins with what it comes to, field by field; the changes follow. With `--out` it also keeps the plan for somebody to review, in a file that names people: `rollcall show first.json` shows it again, `--html page.html` as a page, `--markdown` for an agenda. (Its log lines are left out here.)
        """);
    tellShortly(stage, "plan", "--out", stage.path("first.json"));
    say(
        """

        If a field changes for more people than you expect, the name of a code or an expression is probably not what Intercom had: correct it, and plan again. Nothing has been written yet.

        ## 5. Do that, and nothing else (1 minute)
        `apply` carries out the plan that was reviewed. Whoever was changed in the meantime is left alone and told.
        """);
    tell(false, stage, "apply", stage.path("first.json"));
    say("");
    tell(false, stage, "history");
    say(
        """

        `rollcall undo latest` would take it back where Intercom still holds what was written. Now let something start `rollcall sync` every night: [install](install.md).
        """);
  }

  /// Years of use by people who call the codes by these names, without any Rollcall.
  private void live(Stage stage) throws Exception {
    for (var code : CODES.entrySet()) {
      stage.sql(
          "update positions set positiontype = '%s' where positiontype = '%s'"
              .formatted(code.getValue(), code.getKey()));
    }
    stage.sql("update positions set positiontype = 'DEL' where positiontype like 'Area%'");
    stage.sql("notify pgrst, 'reload schema'");
    var settings = SampleSettings.text().replaceFirst("(?s)vocabulary:.*?\n\n", NAMES + "\n");
    var environment =
        Map.of(
            "DATABASE_URL", stage.supabase.database().url(), "INTERCOM_ACCESS_TOKEN", Stage.TOKEN);
    var sync = NamedSync.alone(new SettingsText("staff.yaml", settings), environment);
    LivedInWorkspace.fill(
        stage.world, sync.members(InstantSource.system()).wanted(), Instant.now(), SEED);
  }

  /// So that members come in the order of their numbers.
  private void oneWriteAtATime() throws Exception {
    change("concurrency: 16", "concurrency: 1");
    change("rate: 166/10s", "rate: 1000000/10s");
  }

  private void named() throws Exception {
    for (var code : new String[] {"CH", "VCH", "CLK", "TRS", "DEL", "SAF"}) {
      change("    # " + code + ": ", "    " + code + ": ");
    }
  }

  private void change(String from, String to) throws Exception {
    var settings = folder.resolve("rollcall.yaml");
    var text = Files.readString(settings);
    assertThat(text).contains(from);
    Files.writeString(settings, text.replace(from, to));
  }

  private String vocabulary() throws Exception {
    var text = Files.readString(folder.resolve("rollcall.yaml"));
    return text.substring(text.indexOf("\nvocabulary:") + 1).replaceFirst("(?s)\n\n.*", "\n");
  }

  private void say(String words) {
    page.append(words).append('\n');
  }

  private void block(String language, String text) {
    page.append("```%s\n".formatted(language)).append(text).append("```\n");
  }

  private void tell(boolean log, Stage stage, String... command) {
    var ran = stage.rollcall(command);
    assertThat(ran.code()).as(ran.err() + ran.out()).isZero();
    var said = asExamples((log ? inOrder(ran.err()) : "") + ran.out());
    show(command, said);
  }

  /// The beginning of what is long.
  private void tellShortly(Stage stage, String... command) {
    var ran = stage.rollcall(command);
    assertThat(ran.code()).as(ran.err() + ran.out()).isZero();
    var lines = asExamples(ran.out()).stripTrailing().lines().toList();
    var shown = new ArrayList<>(lines.subList(0, Math.min(SHOWN, lines.size())));
    shown.add("[… %d more lines, left out here …]".formatted(lines.size() - SHOWN));
    show(command, String.join("\n", shown));
  }

  private String asExamples(String text) {
    var said = text.replace(folder + "/", "");
    for (var example : EXAMPLES.entrySet()) {
      said = example.getKey().matcher(said).replaceAll(example.getValue());
    }
    return said;
  }

  private void show(String[] command, String said) {
    var line = String.join(" ", command).replace(folder + "/", "").replace(" rollcall.yaml", "");
    block("", "$ rollcall " + line + "\n" + said.stripTrailing() + "\n");
  }

  private static boolean isBetween(String line) {
    return line.contains("Progress: ") && !line.contains("Progress: %1$d/%1$d ".formatted(MEMBERS));
  }

  /// Both sides are read at once, so either may be told first: the roster's lines come first here.
  /// How often progress is told depends on the machine: of each kind the first line is shown, and
  /// the last of all members.
  private static String inOrder(String log) {
    var roster = new StringBuilder();
    var contacts = new StringBuilder();
    var before = new StringBuilder();
    var after = new StringBuilder();
    for (var line : log.lines().toList()) {
      if (line.matches(".*(Total members to fetch|Fetched page|Found \\d+ members).*")) {
        roster.append(line).append('\n');
      } else if (line.matches(".*Read \\d+ of \\d+ contacts.*")) {
        if (contacts.isEmpty()) {
          contacts.append(line).append('\n');
        }
      } else if (!isBetween(line)) {
        (roster.isEmpty() && contacts.isEmpty() ? before : after).append(line).append('\n');
      }
    }
    return before.append(roster).append(contacts).append(after).toString();
  }
}
