package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.support.Golden;

/// What a newcomer sees on the first day, and what the log of a quiet night looks like: real runs,
/// kept as a page. What is another each time, such as times and ports, is written as an example.
@Tag("slow")
class TranscriptTest {
  private static final String HEAD =
      """
      # A first day, and a quiet night

      What you see when you set Rollcall up for a roster of 24 members and an Intercom workspace that knows none of them. A test makes this page from real runs; only times, ids and addresses are examples.
      """;

  private static final Pattern BOTH =
      Pattern.compile(
          "((?:.*Total members to fetch.*\\n)?(?:.*Fetched page.*\\n)?(?:.*Found \\d+ members.*\\n)?)(.*Read \\d+ of \\d+ contacts.*\\n)");

  /// What differs from run to run, and an example of it.
  private static final Map<Pattern, String> EXAMPLES = examples();

  private static Map<Pattern, String> examples() {
    var examples = new LinkedHashMap<Pattern, String>();
    examples.put(Pattern.compile("\\b20\\d{6}T\\d{6}Z-\\w+"), "20261123T080000Z-1f2e");
    examples.put(
        Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z"),
        "2026-11-23T08:00:00.000Z");
    examples.put(
        Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"), "2026-11-23 08:00:00");
    examples.put(Pattern.compile("\\b\\d+\\.\\d\\ds\\b"), "1.23s");
    examples.put(Pattern.compile("\\b[0-9a-f]{24}\\b"), "6745a1b2c3d4e5f607182930");
    examples.put(Pattern.compile("http://127\\.0\\.0\\.1:\\d+"), "http://127.0.0.1:4010");
    examples.put(Pattern.compile("127\\.0\\.0\\.1:\\d+ answers"), "127.0.0.1:4010 answers");
    examples.put(Pattern.compile("[\\d,]+ are left"), "999,998 are left");
    examples.put(Pattern.compile("\\b\\d[\\d.,]* MiB\\b"), "40,000 MiB");
    return examples;
  }

  @TempDir private Path folder;
  private final StringBuilder page = new StringBuilder(HEAD);

  @Test
  void the_page_shows_what_a_newcomer_sees() throws Exception {
    try (var stage = new Stage(SampleRoster.of(24), folder)) {
      Files.delete(folder.resolve("rollcall.yaml"));
      tell("Settings to edit", stage, "init", stage.path("rollcall.yaml"));
      oneWriteAtATime();
      tell("Is all in place?", stage, "doctor");
      tell("What would be written?", stage, "plan");
      tell("The first sync", stage, "sync");
      tell("What runs did", stage, "history");
      stage.later(Duration.ofDays(1));
      tell("A quiet night", stage, "sync");
    }
    Golden.assertSame("docs/first-day.md", page.toString());
  }

  /// Both sides are read at once, so either may be told first.
  private static String inOrder(String said) {
    return BOTH.matcher(said).replaceAll("$2$1");
  }

  /// So that members come in the order of their numbers.
  private void oneWriteAtATime() throws Exception {
    var settings = folder.resolve("rollcall.yaml");
    var text = Files.readString(settings);
    assertThat(text).contains("concurrency: 16");
    Files.writeString(settings, text.replace("concurrency: 16", "concurrency: 1"));
  }

  private void tell(String title, Stage stage, String... command) {
    var ran = stage.rollcall(command);
    assertThat(ran.code()).as(ran.err()).isZero();
    var said = (ran.err() + ran.out()).replace(folder + "/", "");
    for (var example : EXAMPLES.entrySet()) {
      said = example.getKey().matcher(said).replaceAll(example.getValue());
    }
    said = inOrder(said);
    page.append("\n## %s\n```\n$ rollcall %s\n".formatted(title, command[0]))
        .append(said.stripTrailing())
        .append("\n```\n");
  }
}
