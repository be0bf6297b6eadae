package org.rollcall.config;

import java.time.Duration;

/// How fast Intercom may be called.
public sealed interface Rate {
  /// So many calls in each window of time.
  ///
  /// @param calls at least 1
  /// @param window longer than nothing
  record Fixed(int calls, Duration window) implements Rate {}

  /// As fast as the headers of Intercom's answers allow.
  record Auto() implements Rate {}
}
