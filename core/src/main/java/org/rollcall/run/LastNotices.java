package org.rollcall.run;

import org.rollcall.model.TextSet;

/// What the target's last run told its operator. Losing it makes a log longer, and nothing else.
@FunctionalInterface
public interface LastNotices {
  /// The sentences, people shown.
  TextSet sentences();

  /// Nothing was told before.
  static LastNotices none() {
    return TextSet::new;
  }
}
