package org.rollcall.app;

import java.time.Duration;
import org.rollcall.model.SyncName;

/// Is told of each call of a run to Intercom. For many threads, which it must not hold up.
@FunctionalInterface
public interface CallMeter {
  /// Counts nothing.
  CallMeter NONE = (_, _, _, _) -> {};

  /// @param kind what the call is about, such as `update`, without anybody's data
  /// @param status of the answer, such as `200`; `cut_off`, `never_sent` or `dead_end` where there
  ///   is none
  void called(SyncName sync, String kind, String status, Duration took);
}
