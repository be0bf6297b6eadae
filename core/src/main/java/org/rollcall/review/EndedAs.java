package org.rollcall.review;

import java.util.List;
import org.rollcall.run.Report;

/// How a run ended, as the journal has it.
public enum EndedAs {
  /// Nobody failed.
  SUCCEEDED,
  /// It finished, but some members failed.
  PARTIAL,
  /// It failed.
  FAILED,
  /// A safeguard refused the plan.
  REFUSED,
  /// Its sync was paused.
  PAUSED,
  /// It was stopped.
  INTERRUPTED,
  /// Something that only a later version of Rollcall knows.
  UNKNOWN;

  /// What `status` is called.
  public static EndedAs of(Report.Status status) {
    return switch (status) {
      case SUCCEEDED -> SUCCEEDED;
      case PARTIAL -> PARTIAL;
      case FAILED -> FAILED;
      case REFUSED -> REFUSED;
      case PAUSED -> PAUSED;
      case INTERRUPTED -> INTERRUPTED;
    };
  }

  /// What `word` means in a store.
  public static EndedAs meaning(String word) {
    return StoredWord.meaning(word, List.of(values()), UNKNOWN);
  }

  /// As a store and a program read it: `succeeded`.
  public String word() {
    return StoredWord.of(this);
  }
}
