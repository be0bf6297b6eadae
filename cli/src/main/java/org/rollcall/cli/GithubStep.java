package org.rollcall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
import org.rollcall.model.PrintableText;
import org.rollcall.model.Privacy;
import org.rollcall.review.RunSheet;
import org.rollcall.review.RunSummary;
import org.rollcall.run.Report;

/// What a step of a GitHub workflow tells of a run: a summary on the page of the workflow's run,
/// and annotations of what went wrong. The forms are GitHub's workflow commands.
///
/// @param summary the file that GitHub names in `GITHUB_STEP_SUMMARY`
/// @param privacy how people's data appear
record GithubStep(Path summary, Privacy privacy) {
  /// GitHub shows no more of one kind for a step.
  private static final int ANNOTATIONS = 10;

  /// Adds to the step's summary.
  ///
  /// @return a sentence on why that was not possible; empty when it was
  Optional<String> summarize(Stream<String> markdown) {
    var text = markdown.collect(Collectors.joining("\n", "", "\n\n"));
    try (var file = new OutputFile(summary).append()) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(
          "The summary for GitHub could not be written to %s: %s."
              .formatted(summary, FileFailure.words(failed)));
    }
  }

  /// The lines that make annotations of a run: one of how it ended, unless it simply succeeded, and
  /// one for each cause of failures.
  Stream<String> annotations(Report report) {
    var causes = RunSheet.of(report).summary().failed();
    return Stream.concat(ending(report), causes.stream().limit(ANNOTATIONS - 1L).map(this::failed));
  }

  private Stream<String> ending(Report report) {
    var reason = privacy.sentence(report.reason().orElse(""), "");
    return switch (report.status()) {
      case SUCCEEDED, PARTIAL -> Stream.of();
      case FAILED -> Stream.of(line("error", "The run failed", reason));
      case REFUSED -> Stream.of(line("error", "The plan was refused", reason));
      case PAUSED -> Stream.of(line("warning", "The sync is paused", reason));
      case INTERRUPTED -> Stream.of(line("warning", "The run was interrupted", reason));
    };
  }

  private String failed(RunSummary.Cause cause) {
    return line(
        "warning",
        Words.count(cause.members().size(), "member") + " failed",
        "%s (%s)".formatted(privacy.sentence(cause.text(), ""), RunMarkdown.who(cause.members())));
  }

  private static String line(String level, String title, String message) {
    return "::%s title=Rollcall: %s::%s"
        .formatted(level, escaped(title).replace(",", "%2C"), escaped(message));
  }

  /// A line break would end the command, and a colon in a title would end the title.
  private static String escaped(String text) {
    return PrintableText.of(text).replace("%", "%25").replace("::", "%3A%3A");
  }

  /// The step that this process runs in.
  ///
  /// @param environment the process's variables
  static Optional<Path> summaryIn(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("GITHUB_STEP_SUMMARY"))
        .filter(path -> !path.isBlank())
        .map(Path::of);
  }

  /// Everything that is told of a run.
  ///
  /// @return why something could not be told, a sentence each
  List<String> tell(Report report, Screen screen) {
    annotations(report).forEach(screen::println);
    return summarize(new RunMarkdown(privacy).of(report)).stream().toList();
  }
}
