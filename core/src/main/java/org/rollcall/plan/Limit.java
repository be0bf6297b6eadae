package org.rollcall.plan;

import java.util.Locale;

/// How many changes of one kind are allowed.
///
/// @param setting the key of its share under `safeguard`
/// @param share the share that the settings allow
/// @param most the number that is allowed
record Limit(String setting, double share, int most) {
  /// The limit for `whole` things: the share of them, but at least `floor`, which counts no more
  /// than a quarter of them. One change is always allowed.
  static Limit of(String setting, double share, int whole, int floor) {
    int least = Math.max(1, Math.min(floor, whole / 4));
    return new Limit(setting, share, Math.max(least, (int) (share * whole)));
  }

  /// The same limit, but at least `least`.
  Limit orAtLeast(int least) {
    return new Limit(setting, share, Math.max(least, most));
  }

  /// The end of a sentence about an excess.
  @Override
  public String toString() {
    var percent = String.format(Locale.ROOT, "%.2f", share * 100).replaceFirst("\\.?0+$", "");
    return "safeguard.%s (%s %%) allows %d".formatted(setting, percent, most);
  }
}
