package org.rollcall.mapping;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Tells what texts an expression can make, from how it is written: choices, constants and
/// vocabularies say so, and of all else nothing is claimed.
///
/// @param vocabularies the names in each
record Yielding(Map<String, List<String>> vocabularies) {
  Yields of(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> constant(expression.constant());
      case CALL -> call(expression.call());
      default -> Yields.ANYTHING;
    };
  }

  private static Yields constant(CelConstant constant) {
    return constant.getKind() == CelConstant.Kind.STRING_VALUE
        ? named(List.of(constant.stringValue()), Yields.Others.NONE)
        : Yields.ANYTHING;
  }

  /// Several names joined make a text that is none of them; but one name alone makes itself.
  private Yields call(CelCall call) {
    return switch (call.function()) {
      case "_?_:_" -> of(call.args().get(1)).or(of(call.args().get(2)));
      case "required" -> of(call.args().getFirst());
      case "named", "names" ->
          vocabulary(call.args().get(1))
              .map(names -> named(names, Yields.Others.CODES_WITHOUT_A_NAME))
              .orElse(Yields.ANYTHING);
      case "join" -> of(call.args().getFirst()).orAnything();
      default -> Yields.ANYTHING;
    };
  }

  private Optional<List<String>> vocabulary(CelExpr name) {
    return Optional.of(name)
        .filter(written -> written.getKind() == Kind.CONSTANT)
        .map(written -> vocabularies.get(written.constant().stringValue()));
  }

  private static Yields named(List<String> texts, Yields.Others others) {
    return new Yields(new TreeSet<>(texts), others);
  }
}
