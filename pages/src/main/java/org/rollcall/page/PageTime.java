package org.rollcall.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as a page tells them.
public final class PageTime {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private PageTime() {}

  /// `27 November 2026, 08:00 UTC`.
  public static String of(Instant time) {
    return DAY_AND_TIME.format(time);
  }
}
