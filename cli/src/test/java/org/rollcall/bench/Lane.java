package org.rollcall.bench;

/// A limit of Intercom's, and how Rollcall is set to live under it.
///
/// @param limit calls that Intercom takes in ten seconds
/// @param settings Rollcall's `rate` and `headroom`
/// @param permitted calls in ten seconds that these settings permit
record Lane(int limit, String settings, int permitted) {
  /// The first user's ceiling, by the shipped settings.
  static final Lane SHIPPED = new Lane(166, "rate: 166/10s", 166);

  /// The whole of Intercom's default limit less five per cent, as its headers give it.
  static final Lane AUTO = new Lane(1667, "rate: auto\n  headroom: 5%", 1583);

  /// The built-in settings, changed to this lane.
  String in(String builtIn) {
    return builtIn
        .replaceFirst("(?m)^  headroom: .*\\n", "")
        .replaceFirst("(?m)^  rate: .*$", "  " + settings);
  }
}
