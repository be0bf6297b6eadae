package org.rollcall.survey;

import org.rollcall.model.ValueKind;

/// A custom attribute that the mapping writes and the workspace lacks.
///
/// @param name the key in `custom_attributes`
/// @param kind the kind of value that the mapping gives it
public record Repair(String name, ValueKind kind) {
  /// Intercom's name for the type that it needs. If any kind is possible it is a text, which can
  /// take every value.
  public String type() {
    return switch (kind) {
      case TEXT, ANY -> "string";
      case NUMBER -> "float";
      case FLAG -> "boolean";
    };
  }
}
