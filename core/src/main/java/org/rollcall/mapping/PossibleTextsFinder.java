package org.rollcall.mapping;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Finds the texts that an expression can produce, from its form. It knows choices, constants and
/// vocabularies; for everything else it assumes any text.
///
/// @param vocabularies the names in each vocabulary
record PossibleTextsFinder(Map<String, List<String>> vocabularies) {
  PossibleTexts of(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> constant(expression.constant());
      case CALL -> call(expression.call());
      default -> PossibleTexts.ANYTHING;
    };
  }

  private static PossibleTexts constant(CelConstant constant) {
    return constant.getKind() == CelConstant.Kind.STRING_VALUE
        ? named(List.of(constant.stringValue()), PossibleTexts.Others.NONE)
        : PossibleTexts.ANYTHING;
  }

  /// A join of several names makes other texts, but a join of one name gives that name.
  private PossibleTexts call(CelCall call) {
    return switch (call.function()) {
      case "_?_:_" -> of(call.args().get(1)).or(of(call.args().get(2)));
      case "required" -> of(call.args().getFirst());
      case "named", "names" ->
          vocabulary(call.args().get(1))
              .map(names -> named(names, PossibleTexts.Others.CODES_WITHOUT_A_NAME))
              .orElse(PossibleTexts.ANYTHING);
      case "join" -> of(call.args().getFirst()).orAnything();
      default -> PossibleTexts.ANYTHING;
    };
  }

  private Optional<List<String>> vocabulary(CelExpr name) {
    return Optional.of(name)
        .filter(written -> written.getKind() == Kind.CONSTANT)
        .map(written -> vocabularies.get(written.constant().stringValue()));
  }

  private static PossibleTexts named(List<String> texts, PossibleTexts.Others others) {
    return new PossibleTexts(new TreeSet<>(texts), others);
  }
}
