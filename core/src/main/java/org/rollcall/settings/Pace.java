package org.rollcall.settings;

import org.rollcall.model.Rate;

/// How fast Intercom may be called.
public sealed interface Pace {
  /// At most this rate, even if Intercom allows more.
  record UpTo(Rate rate) implements Pace {}

  /// As fast as the headers of Intercom's answers allow.
  record Auto() implements Pace {}
}
