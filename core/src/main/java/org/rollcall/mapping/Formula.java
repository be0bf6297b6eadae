package org.rollcall.mapping;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.ValueKind;

/// A checked expression. Thread-safe.
///
/// @param kind the kind of its values
/// @param possibleTexts the texts that it can produce
/// @param columns the columns and joins of the member that it uses
record Formula(Program program, ValueKind kind, PossibleTexts possibleTexts, Set<String> columns) {
  /// @param variables finds a variable by its name
  ComputedValue compute(CelVariableResolver variables) {
    try {
      var value = program.eval(variables);
      return value instanceof NullValue
          ? new ComputedValue.Nothing()
          : new ComputedValue.Something(value);
    } catch (CelEvaluationException trouble) {
      return judged(trouble);
    }
  }

  /// Types were checked before. So an operation without a matching overload had a `null` operand,
  /// and an index out of bounds means that the list is too short. The library's own messages may
  /// contain personal data, so they are not passed on.
  private static ComputedValue judged(CelEvaluationException trouble) {
    var reason = leaveAlone(trouble);
    if (reason != null) {
      return new ComputedValue.Trouble(reason);
    }
    return switch (trouble.getErrorCode()) {
      case OVERLOAD_NOT_FOUND, INDEX_OUT_OF_BOUNDS -> new ComputedValue.Nothing();
      case DIVIDE_BY_ZERO -> new ComputedValue.Trouble("its expression divides by zero");
      case NUMERIC_OVERFLOW -> new ComputedValue.Trouble("its expression makes too large a number");
      case ATTRIBUTE_NOT_FOUND ->
          new ComputedValue.Trouble("its expression looks up a key that is not there");
      default ->
          new ComputedValue.Trouble("its expression cannot be computed from what the roster has");
    };
  }

  private static @Nullable String leaveAlone(@Nullable Throwable trouble) {
    if (trouble == null || trouble instanceof UnmappableValue) {
      return trouble == null ? null : trouble.getMessage();
    }
    return leaveAlone(trouble.getCause());
  }
}
