package org.rollcall.model;

import java.time.Instant;

/// A member whose failing is expected for a while, so that it is no news.
///
/// @param since when somebody said so
/// @param until when it is news again
/// @param who said so, such as `ops of cron-1`
/// @param why in that person's words
public record Ignored(MemberId member, Instant since, Instant until, String who, String why) {
  public Ignored {
    who = PrintableText.of(who);
    why = PrintableText.of(why.strip());
  }

  /// Whether it is still expected. At its end it is no more.
  public boolean isOn(Instant now) {
    return now.isBefore(until);
  }
}
