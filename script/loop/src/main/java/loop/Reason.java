package loop;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/// Why a test failed, in few lines.
final class Reason {
  private static final int LINES = 6;
  private static final int COLUMNS = 160;

  private Reason() {}

  /// Of long texts that were to be the same, the first line in which they differ; or else how the
  /// failure's own words begin.
  static List<String> of(Throwable failure) {
    var words = failure.toString().lines().filter(line -> !line.isBlank()).toList();
    return (failure instanceof AssertionFailedError mistaken && areTexts(mistaken)
            ? Stream.concat(words.stream().limit(1), difference(mistaken))
            : words.stream().limit(LINES))
        .map(line -> line.substring(0, Math.min(line.length(), COLUMNS)))
        .toList();
  }

  private static boolean areTexts(AssertionFailedError mistaken) {
    return mistaken.isExpectedDefined()
        && mistaken.isActualDefined()
        && mistaken.getExpected().getValue() instanceof String text
        && mistaken.getActual().getValue() instanceof String
        && text.lines().count() > 1;
  }

  private static Stream<String> difference(AssertionFailedError mistaken) {
    var expected = String.valueOf(mistaken.getExpected().getValue()).lines().toList();
    var actual = String.valueOf(mistaken.getActual().getValue()).lines().toList();
    var number =
        IntStream.range(0, Math.max(expected.size(), actual.size()))
            .filter(index -> !line(expected, index).equals(line(actual, index)))
            .findFirst()
            .orElse(0);
    return Stream.of(
        "line " + (number + 1) + " is expected to be: " + line(expected, number),
        "and was: " + line(actual, number));
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "(nothing, the text ends before)";
  }
}
