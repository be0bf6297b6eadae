package org.rollcall.sandbox;

import java.util.Map;
import java.util.Optional;

/// What becomes of one value in a body.
sealed interface Checked {
  /// It is kept, perhaps not as it was sent.
  record Keep(Object value) implements Checked {}

  /// Its field is emptied.
  record Clear() implements Checked {}

  /// It is passed over in silence.
  record Ignore() implements Checked {}

  default void put(String name, Map<String, Optional<Object>> patch) {
    switch (this) {
      case Keep(var value) -> patch.put(name, Optional.of(value));
      case Clear() -> patch.put(name, Optional.empty());
      case Ignore() -> {}
    }
  }
}
