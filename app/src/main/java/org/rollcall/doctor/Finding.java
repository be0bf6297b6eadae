package org.rollcall.doctor;

/// What a check came to. Texts are sentences for the operator and hold no secret.
public sealed interface Finding {
  /// What was looked at, such as `Intercom token`.
  String subject();

  /// What was found there.
  String found();

  /// What to do about it; `""` where there is nothing to do.
  String advice();

  /// All is well.
  record Good(String subject, String found) implements Finding {
    @Override
    public String advice() {
      return "";
    }
  }

  /// A run would go on, and somebody should know.
  record Warning(String subject, String found, String advice) implements Finding {}

  /// A run would fail or do the wrong thing.
  record Wrong(String subject, String found, String advice) implements Finding {}
}
