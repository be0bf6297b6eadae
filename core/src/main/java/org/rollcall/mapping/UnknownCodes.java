package org.rollcall.mapping;

import java.util.Collection;
import java.util.function.Supplier;
import org.rollcall.mapping.Projected.UnknownCode;

/// Passes codes without a name from within an expression to its caller, because an expression can
/// return only its value.
final class UnknownCodes {
  private static final ScopedValue<Collection<UnknownCode>> COLLECTED = ScopedValue.newInstance();

  private UnknownCodes() {}

  /// Runs `work`, and adds each reported code to `codes`.
  static <T> T collect(Collection<UnknownCode> codes, Supplier<T> work) {
    return ScopedValue.where(COLLECTED, codes).call(work::get);
  }

  /// Reports a code.
  static void tell(UnknownCode code) {
    COLLECTED.get().add(code);
  }
}
