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

/// Checks expressions with the same variables, and turns them into formulas.
final class Checker {
  private final CelCompiler compiler;
  private final CelRuntime runtime;
  private final CelMessages messages;
  private final Arguments arguments;
  private final PossibleTextsFinder textsFinder;
  private final List<Problem> problems;

  /// @param variables the variables that expressions may use besides `today`
  /// @param columns finds the possible columns after a path, for suggestions
  /// @param problems receives the mistakes
  Checker(
      Language language,
      Map<String, CelType> variables,
      CelMessages.Columns columns,
      Arguments arguments,
      PossibleTextsFinder textsFinder,
      List<Problem> problems) {
    this.compiler = language.compiler(variables);
    this.runtime = language.runtime();
    this.messages = new CelMessages(names(variables), language.functionNames(), columns);
    this.arguments = arguments;
    this.textsFinder = textsFinder;
    this.problems = problems;
  }

  private static Set<String> names(Map<String, CelType> variables) {
    var names = new TreeSet<>(variables.keySet());
    names.add("today");
    return names;
  }

  /// The formula of an expression; empty if the expression has mistakes, which go to the problems.
  ///
  /// @param path the path of the expression in the settings
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
      messages.tell(result.getSource(), result.getErrors(), diagnosis);
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
          textsFinder.of(tree.getExpr()),
          MemberColumns.of(tree));
    } catch (CelEvaluationException impossible) {
      throw new IllegalStateException("A checked expression makes no program.", impossible);
    }
  }

  /// The kind of value of a type that was accepted for a field.
  private static ValueKind kind(CelKind kind) {
    return switch (kind) {
      case STRING -> ValueKind.TEXT;
      case INT, DOUBLE -> ValueKind.NUMBER;
      case BOOL -> ValueKind.FLAG;
      default -> throw new IllegalArgumentException("No field can hold this: " + kind);
    };
  }
}
