package org.rollcall.mapping;

import java.util.Collection;
import java.util.function.Supplier;
import org.rollcall.mapping.Projected.UnknownCode;

/// Carries codes without a name from within an expression, which returns a value and nothing else,
/// to whoever computes it.
final class Unknown {
  private static final ScopedValue<Collection<UnknownCode>> COLLECTED = ScopedValue.newInstance();

  private Unknown() {}

  /// Does `work`, and adds each code that is told meanwhile to `codes`.
  static <T> T collect(Collection<UnknownCode> codes, Supplier<T> work) {
    return ScopedValue.where(COLLECTED, codes).call(work::get);
  }

  /// Tells of a code.
  static void tell(UnknownCode code) {
    COLLECTED.get().add(code);
  }
}
