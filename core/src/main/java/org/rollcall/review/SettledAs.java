package org.rollcall.review;

import java.util.List;
import org.rollcall.apply.Result;

/// What became of one member, as the journal has it.
public enum SettledAs {
  /// A contact was made.
  CREATED,
  /// The member's contact was changed.
  UPDATED,
  /// The contact was right already, and older ones were put away.
  UNCHANGED,
  /// Nothing was asked of Intercom.
  SKIPPED,
  /// The member was not put right.
  FAILED,
  /// Their contact shows that they have left.
  DEPARTED,
  /// Something that only a later version of Rollcall knows.
  UNKNOWN;

  /// What `result` is called.
  public static SettledAs of(Result result) {
    return switch (result) {
      case Result.Created _ -> CREATED;
      case Result.Updated _ -> UPDATED;
      case Result.Unchanged _ -> UNCHANGED;
      case Result.Skipped _ -> SKIPPED;
      case Result.NotDone _ -> FAILED;
      case Result.Departed _ -> DEPARTED;
    };
  }

  /// What `word` means in a store.
  public static SettledAs meaning(String word) {
    return StoredWord.meaning(word, List.of(values()), UNKNOWN);
  }

  /// As a store and a program read it: `created`.
  public String word() {
    return StoredWord.of(this);
  }
}
