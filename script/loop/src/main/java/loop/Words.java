package loop;

import java.time.Duration;

/// Numbers as a person reads them.
final class Words {
  private Words() {}

  static String count(long number, String thing) {
    return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
  }

  static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
