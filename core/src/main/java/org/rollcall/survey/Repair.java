package org.rollcall.survey;

import org.rollcall.model.ValueKind;

/// A custom attribute that the mapping writes and the workspace lacks.
///
/// @param name as it stands in `custom_attributes`
/// @param kind what the mapping yields for it
public record Repair(String name, ValueKind kind) {
  /// Intercom's word for the type it needs. What may hold anything is made a text: it takes every
  /// value that has one.
  public String type() {
    return switch (kind) {
      case TEXT, ANY -> "string";
      case NUMBER -> "float";
      case FLAG -> "boolean";
    };
  }
}
