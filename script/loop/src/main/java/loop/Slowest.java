package loop;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Names the classes that keep a person waiting, so that somebody makes them fast or tags them.
final class Slowest implements TestExecutionListener {
  private static final Duration LONG = Duration.ofSeconds(3);

  private final Map<String, Long> started = new HashMap<>();
  private final Map<String, Duration> took = new HashMap<>();

  @Override
  public void executionStarted(TestIdentifier test) {
    started.put(test.getUniqueId(), System.nanoTime());
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    var begin = started.remove(test.getUniqueId());
    if (begin != null && test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
      took.put(test.getDisplayName(), Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  /// Those that took longest, or nothing.
  String words() {
    return took.entrySet().stream()
        .filter(each -> each.getValue().compareTo(LONG) > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(each -> each.getKey() + " " + Words.seconds(each.getValue()))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), all -> all.isEmpty() ? "" : "; slow: " + all));
  }
}
