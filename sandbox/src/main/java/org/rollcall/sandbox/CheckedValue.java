package org.rollcall.sandbox;

import java.util.Map;
import java.util.Optional;

/// The result of checking one value in a body.
sealed interface CheckedValue {
  /// The value is stored, perhaps in another form than it was sent.
  record Keep(Object value) implements CheckedValue {}

  /// The field is cleared.
  record Clear() implements CheckedValue {}

  /// The value is ignored without an error.
  record Ignore() implements CheckedValue {}

  default void put(String name, Map<String, Optional<Object>> patch) {
    switch (this) {
      case Keep(var value) -> patch.put(name, Optional.of(value));
      case Clear() -> patch.put(name, Optional.empty());
      case Ignore() -> {}
    }
  }
}
