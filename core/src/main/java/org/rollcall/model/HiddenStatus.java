package org.rollcall.model;

import java.util.Locale;

/// Why a contact is not active. Intercom does not document its words for it.
public sealed interface HiddenStatus {
  /// It can be brought back.
  record Archived() implements HiddenStatus {}

  /// It can be brought back once it is unblocked.
  record Blocked() implements HiddenStatus {}

  /// Anything else, such as merged or deleted: whether it can be brought back is not known.
  ///
  /// @param word in Intercom's words; `""` where it says nothing
  record Other(String word) implements HiddenStatus {}

  /// The word for it, as Intercom has it; `""` where it says nothing.
  default String word() {
    return switch (this) {
      case Archived() -> "archived";
      case Blocked() -> "blocked";
      case Other(var word) -> word;
    };
  }

  /// What a word of Intercom means.
  static HiddenStatus meaning(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "archived" -> new Archived();
      case "blocked" -> new Blocked();
      default -> new Other(word.strip());
    };
  }
}
