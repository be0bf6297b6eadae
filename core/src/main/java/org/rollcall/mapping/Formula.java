package org.rollcall.mapping;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.ValueKind;

/// An expression that was found right. Safe for many threads.
///
/// @param kind of what it makes
/// @param yields what texts that can be
record Formula(Program program, ValueKind kind, Yields yields) {
  /// @param variables by name
  Computed compute(CelVariableResolver variables) {
    try {
      var value = program.eval(variables);
      return value instanceof NullValue ? new Computed.Nothing() : new Computed.Something(value);
    } catch (CelEvaluationException trouble) {
      return judged(trouble);
    }
  }

  /// Types were checked before, so an operation that fits no overload met a `null`, and a list that
  /// is too short has nothing at that place. The library's own words may hold anybody's data, so
  /// they are not passed on.
  private static Computed judged(CelEvaluationException trouble) {
    var reason = leaveAlone(trouble);
    if (reason != null) {
      return new Computed.Trouble(reason);
    }
    return switch (trouble.getErrorCode()) {
      case OVERLOAD_NOT_FOUND, INDEX_OUT_OF_BOUNDS -> new Computed.Nothing();
      case DIVIDE_BY_ZERO -> new Computed.Trouble("its expression divides by zero");
      case NUMERIC_OVERFLOW -> new Computed.Trouble("its expression makes too large a number");
      case ATTRIBUTE_NOT_FOUND ->
          new Computed.Trouble("its expression looks up a key that is not there");
      default -> new Computed.Trouble("its expression cannot be computed from what the roster has");
    };
  }

  private static @Nullable String leaveAlone(@Nullable Throwable trouble) {
    if (trouble == null || trouble instanceof LeaveAlone) {
      return trouble == null ? null : trouble.getMessage();
    }
    return leaveAlone(trouble.getCause());
  }
}
