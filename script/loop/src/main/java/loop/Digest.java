package loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/// How tests went, in few lines: goldens that differ are long.
///
/// @param result all that is known
record Digest(TestExecutionSummary result) {
  /// The line after which the digest stands in the log of a run.
  static final String MARK = "In short:";

  /// The mark, the failures, and as the last line the figures.
  String text() {
    var lines = new ArrayList<>(List.of(MARK));
    for (var failure : result.getFailures()) {
      lines.add(name(failure.getTestIdentifier()));
      Reason.of(failure.getException()).forEach(line -> lines.add("  " + line));
    }
    lines.add(figures());
    return String.join("\n", lines);
  }

  private String figures() {
    long skipped = result.getTestsAbortedCount() + result.getTestsSkippedCount();
    return Stream.of(
            Words.count(result.getTestsStartedCount(), "test"),
            counted(result.getTotalFailureCount(), "failed"),
            counted(skipped, "skipped"),
            Words.seconds(Duration.ofMillis(result.getTimeFinished() - result.getTimeStarted())))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(long number, String how) {
    return number == 0 ? "" : number + " " + how;
  }

  private static String name(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(source -> source.getClassName() + ", " + source.getMethodName())
        .map(name -> isRepeated(test) ? name + " " + test.getDisplayName() : name)
        .orElse(test.getDisplayName());
  }

  private static boolean isRepeated(TestIdentifier test) {
    return test.getDisplayName().startsWith("[");
  }
}
