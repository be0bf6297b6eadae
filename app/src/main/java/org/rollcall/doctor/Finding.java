package org.rollcall.doctor;

/// The result of a check. Its texts are sentences for the operator and hold no secret.
public sealed interface Finding {
  /// The subject of the check, such as `Intercom token`.
  String subject();

  /// What the check found.
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

  /// A run can go on, but somebody should know.
  record Warning(String subject, String found, String advice) implements Finding {}

  /// A run would fail or do the wrong thing.
  record Wrong(String subject, String found, String advice) implements Finding {}
}
