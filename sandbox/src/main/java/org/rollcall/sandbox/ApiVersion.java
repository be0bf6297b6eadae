package org.rollcall.sandbox;

import java.util.regex.Pattern;

/// The API version that a request asks for.
///
/// @param name the version as the header gives it
/// @param minor the number after `2.`; for Preview a number above all others
record ApiVersion(String name, int minor) {
  private static final Pattern STABLE = Pattern.compile("2\\.(\\d{1,2})");
  private static final int NEWEST = 17;
  private static final int FIND_AND_BLOCK = 13;
  private static final int GONE_AND_VALIDATED_MERGE = 16;
  private static final int EXACT_DATES = 17;
  private static final int BULK = 17;

  /// @throws Refusal when the version is missing or unknown. Without a header the real API uses the
  ///   app's default version; no program should rely on that
  static ApiVersion of(String header) {
    var matcher = STABLE.matcher(header);
    if (matcher.matches() && Integer.parseInt(matcher.group(1)) <= NEWEST) {
      return new ApiVersion(header, Integer.parseInt(matcher.group(1)));
    }
    if (header.equals("Preview") || header.equals("Unstable")) {
      return new ApiVersion(header, Integer.MAX_VALUE);
    }
    throw Refusal.of(
        400, "intercom_version_invalid", "The requested version could not be found: " + header);
  }

  boolean findsByExternalIdAndBlocks() {
    return minor >= FIND_AND_BLOCK;
  }

  boolean tellsMerges() {
    return minor >= GONE_AND_VALIDATED_MERGE;
  }

  boolean makesManyAtOnce() {
    return minor >= BULK;
  }

  boolean isPreview() {
    return minor == Integer.MAX_VALUE;
  }

  boolean matchesDatesToTheSecond() {
    return minor >= EXACT_DATES;
  }
}
