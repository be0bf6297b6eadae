package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.support.Pages;

/// `docs/troubleshooting.md` lists what the program says, and nothing that it does not say.
class TroubleshootingPageTest {
  /// Where the sentences are that end a run or a member.
  private static final List<String> SPOKEN =
      List.of(
          "apply", "files", "intercom", "plan", "postgres", "roster", "run", "store", "supabase");

  /// Those classes of other packages that end a command.
  private static final List<String> COMMANDS =
      List.of(
          "app/HeldLease",
          "app/LeaseHeartbeat",
          "app/LeaseVerdict",
          "app/StoreMemory",
          "app/ProgramSurroundings",
          "app/RunHandle",
          "app/UndoneRun",
          "app/Program",
          "app/EnvironmentFile",
          "app/FactsForSimulation",
          "cli/SampleDemo",
          "cli/Failures",
          "cli/Logs",
          "plan/NoticeText",
          "cli/OutputCheck",
          "cli/PlanFile",
          "cli/ReadableStart",
          "cli/ReportFile",
          "cli/SandboxWorlds",
          "mapping/Cells",
          "mapping/EmailAddress",
          "mapping/ContactDraft",
          "mapping/Identity",
          "review/ReviewedPlan",
          "sandbox/SamplePostgres");

  /// Parts of sentences that stand within others, and what is told to nobody.
  private static final Set<String> PARTS =
      Set.of(
          "The count of ",
          "The check was interrupted.",
          "The list of all ",
          "The list of tables in schema ",
          "The REST API's list of tables in schema ",
          "The program is ending.",
          "The server does not support SSL.",
          "An error occurred while setting up the SSL connection.",
          "Protocol error.  Session setup failed.",
          "The hostname {0} could not be verified by hostnameverifier {1}.",
          "Page %d of %s",
          "%s of %s, since %s",
          "Read and list users and companies",
          "%s (%s, %s, created %s)");

  /// A text in quotes, and whatever is called with it.
  private static final Pattern TEXT =
      Pattern.compile("(\\w+\\(\\s*)?\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void whatever_ends_a_run_or_a_member_is_on_the_page() {
    var fragments = fragments();
    var sentences = sentences();
    assertThat(sentences).hasSizeGreaterThan(60);
    assertThat(sentences)
        .filteredOn(sentence -> fragments.stream().noneMatch(sentence::contains))
        .as("said by the program and not on the page")
        .isEmpty();
  }

  @Test
  void whatever_is_on_the_page_is_said() {
    var program =
        Pages.sources("src/main/java", ".java").collect(Collectors.joining("\n")).replace("`", "")
            + Pages.read("rollcall")
            + Pages.read("script/find-jdk");
    var fragments = fragments();
    assertThat(fragments).hasSizeGreaterThan(60);
    assertThat(fragments)
        .filteredOn(fragment -> !program.contains(fragment))
        .as("on the page and not said by the program")
        .isEmpty();
  }

  /// What the first columns of the page's tables quote, cut where a name or number stands.
  private static List<String> fragments() {
    return Pages.rows("docs/troubleshooting.md")
        .flatMap(row -> CODE.matcher(row.getFirst()).results())
        .flatMap(quoted -> Stream.of(quoted.group(1).split("…")))
        .map(fragment -> fragment.replaceFirst("^[ ,:;]+", "").stripTrailing())
        .filter(fragment -> fragment.length() > 8)
        .toList();
  }

  private static List<String> sentences() {
    var all =
        Stream.concat(
            SPOKEN.stream().map(folder -> "src/main/java/org/rollcall/" + folder + "/"),
            COMMANDS.stream().map(file -> "src/main/java/org/rollcall/" + file));
    var sentences = all.flatMap(TroubleshootingPageTest::sentences).distinct().toList();
    return sentences.stream().filter(sentence -> !PARTS.contains(sentence)).toList();
  }

  private static Stream<String> sentences(String prefix) {
    return Pages.sources(prefix, ".java")
        .flatMap(source -> TEXT.matcher(source).results())
        .filter(text -> text.group(1) == null || !text.group(1).startsWith("Illegal"))
        .map(text -> text.group(2))
        .filter(TroubleshootingPageTest::isSentence);
  }

  private static boolean isSentence(String text) {
    return text.matches("[A-Z%].*") && text.split(" ", -1).length >= 4;
  }
}
