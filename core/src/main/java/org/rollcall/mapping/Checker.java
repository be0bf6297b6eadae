package org.rollcall.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.model.ValueKind;
import org.rollcall.settings.Expression;
import org.rollcall.settings.Problem;

/// Makes formulas of expressions that may speak of the same things.
final class Checker {
  private final CelCompiler compiler;
  private final CelRuntime runtime;
  private final Wording wording;
  private final Arguments arguments;
  private final Yielding yielding;
  private final List<Problem> problems;

  /// @param variables what expressions may speak of beside `today`
  /// @param columns finds what may follow a path, for guesses
  /// @param problems takes whatever is found wrong
  Checker(
      Language language,
      Map<String, CelType> variables,
      Wording.Columns columns,
      Arguments arguments,
      Yielding yielding,
      List<Problem> problems) {
    this.compiler = language.compiler(variables);
    this.runtime = language.runtime();
    this.wording = new Wording(names(variables), language.functionNames(), columns);
    this.arguments = arguments;
    this.yielding = yielding;
    this.problems = problems;
  }

  private static Set<String> names(Map<String, CelType> variables) {
    var names = new TreeSet<>(variables.keySet());
    names.add("today");
    return names;
  }

  /// The formula of an expression; empty, having told why, when it has none.
  ///
  /// @param path of the expression in the settings
  Optional<Formula> check(String path, Expression expression, Expectation expected) {
    var diagnosis = new Diagnosis(path, expression);
    var tree = tree(diagnosis);
    tree.ifPresent(checked -> {
      arguments.check(checked, diagnosis);
      expect(expected, checked, diagnosis);
    });
    problems.addAll(diagnosis.problems());
    return diagnosis.problems().isEmpty() ? tree.map(this::formula) : Optional.empty();
  }

  private Optional<CelAbstractSyntaxTree> tree(Diagnosis diagnosis) {
    var result = compiler.compile(diagnosis.text());
    if (result.hasError()) {
      wording.tell(result.getSource(), result.getErrors(), diagnosis);
      return Optional.empty();
    }
    try {
      return Optional.of(result.getAst());
    } catch (CelValidationException impossible) {
      throw new IllegalStateException("An expression without errors has no tree.", impossible);
    }
  }

  private static void expect(
      Expectation expected, CelAbstractSyntaxTree tree, Diagnosis diagnosis) {
    var type = tree.getResultType();
    if (!expected.kinds().contains(type.kind())) {
      var join = type.kind() == CelKind.LIST ? "; join(list, ', ') makes text of a list" : "";
      diagnosis.add(
          0, "this makes %s; expected %s%s".formatted(Words.type(type), expected.words(), join));
    }
  }

  private Formula formula(CelAbstractSyntaxTree tree) {
    try {
      return new Formula(
          runtime.createProgram(tree),
          kind(tree.getResultType().kind()),
          yielding.of(tree.getExpr()));
    } catch (CelEvaluationException impossible) {
      throw new IllegalStateException("A checked expression makes no program.", impossible);
    }
  }

  /// The kind of a type that was found fit for a field.
  private static ValueKind kind(CelKind kind) {
    return switch (kind) {
      case STRING -> ValueKind.TEXT;
      case INT, DOUBLE -> ValueKind.NUMBER;
      case BOOL -> ValueKind.FLAG;
      default -> throw new IllegalArgumentException("No field can hold this: " + kind);
    };
  }
}
