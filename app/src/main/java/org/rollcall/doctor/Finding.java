package org.rollcall.doctor;

import java.util.List;
import java.util.stream.Stream;

/// The result of a check. Its texts are sentences for the operator and hold no secret.
public sealed interface Finding {
  /// The subject of the check, such as `Intercom token`.
  String subject();

  /// What the check found.
  String found();

  /// What to do about it; `""` where there is nothing to do.
  String advice();

  /// The subjects that could not be looked at because of it.
  default List<String> unseen() {
    return List.of();
  }

  /// All is well.
  record Good(String subject, String found) implements Finding {
    @Override
    public String advice() {
      return "";
    }
  }

  /// A run can go on, but somebody should know.
  record Warning(String subject, String found, String advice) implements Finding {}

  /// A run would fail or do the wrong thing.
  record Wrong(String subject, String found, String advice, List<String> unseen)
      implements Finding {
    public Wrong {
      unseen = List.copyOf(unseen);
    }

    /// An error that hides nothing.
    public Wrong(String subject, String found, String advice) {
      this(subject, found, advice, List.of());
    }

    /// The same, where these subjects could not be looked at either.
    public Wrong hiding(List<String> subjects) {
      var all = Stream.concat(unseen.stream(), subjects.stream()).distinct();
      return new Wrong(subject, found, advice, all.toList());
    }

    /// The same, where `other` comes from this fault.
    Wrong hiding(Wrong other) {
      return hiding(List.of(other.subject)).hiding(other.unseen);
    }
  }
}
