package org.rollcall.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelKind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.settings.Nearest;

/// Checks what types cannot express: vocabularies and regions must exist, and rows must not be
/// compared.
///
/// @param vocabularies the names of the vocabularies
record Arguments(Set<String> vocabularies) {
  void check(CelAbstractSyntaxTree tree, Diagnosis diagnosis) {
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .filter(expression -> expression.getKind() == Kind.CALL)
        .forEach(call -> check(tree, call, diagnosis));
  }

  private void check(CelAbstractSyntaxTree tree, CelExpr call, Diagnosis diagnosis) {
    switch (call.call().function()) {
      case "names", "named" -> vocabulary(tree, call, diagnosis);
      case "e164" -> region(tree, call, diagnosis);
      case "_==_", "_!=_" -> noRows(tree, call, diagnosis);
      case "dyn" ->
          diagnosis.addAtCodePoint(
              Math.max(0, position(tree, call) - "dyn".length()),
              "dyn() hides a type from the check; expected the value itself");
      default -> {
        // For all other functions the type check is enough.
      }
    }
  }

  private static void region(CelAbstractSyntaxTree tree, CelExpr call, Diagnosis diagnosis) {
    var argument = call.call().args().get(1);
    if (constant(argument).filter(Phones.regions()::contains).isEmpty()) {
      diagnosis.addAtCodePoint(
          position(tree, argument),
          "this names no region for phone numbers; expected two capital letters in quotes, such as 'US'");
    }
  }

  private void vocabulary(CelAbstractSyntaxTree tree, CelExpr call, Diagnosis diagnosis) {
    var argument = call.call().args().get(1);
    var written = constant(argument);
    if (written.filter(vocabularies::contains).isEmpty()) {
      diagnosis.addAtCodePoint(
          position(tree, argument),
          written
              .map(this::unknown)
              .orElse("the vocabulary is computed; expected its name in quotes"));
    }
  }

  private String unknown(String name) {
    var known =
        vocabularies.isEmpty()
            ? "one to be there, under vocabulary"
            : "one of " + String.join(", ", new TreeSet<>(vocabularies));
    return "there is no vocabulary \"%s\"; expected %s%s"
        .formatted(name, known, Nearest.hint(name, vocabularies));
  }

  /// The text of a constant in quotes. The type check came before, so a constant here is a text.
  private static Optional<String> constant(CelExpr argument) {
    return Optional.of(argument)
        .filter(expression -> expression.getKind() == Kind.CONSTANT)
        .map(CelExpr::constant)
        .map(CelConstant::stringValue);
  }

  private static void noRows(CelAbstractSyntaxTree tree, CelExpr call, Diagnosis diagnosis) {
    if (call.call().args().stream().anyMatch(argument -> isRow(tree, argument))) {
      diagnosis.addAtCodePoint(
          position(tree, call),
          "a joined row is compared; expected has(member.region) to ask whether there is one, or one of its columns");
    }
  }

  private static boolean isRow(CelAbstractSyntaxTree tree, CelExpr argument) {
    return tree.getType(argument.id()).filter(type -> type.kind() == CelKind.STRUCT).isPresent();
  }

  private static int position(CelAbstractSyntaxTree tree, CelExpr expression) {
    return Optional.ofNullable(tree.getSource().getPositionsMap().get(expression.id())).orElse(0);
  }
}
