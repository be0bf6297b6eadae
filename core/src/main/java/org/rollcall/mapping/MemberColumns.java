package org.rollcall.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what an expression takes from the member: the names that follow `member.` in it.
final class MemberColumns {
  private MemberColumns() {}

  /// The columns and joins, also those in macros.
  static Set<String> of(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .filter(MemberColumns::isOfMember)
        .map(expression -> expression.select().field())
        .collect(Collectors.toSet());
  }

  private static boolean isOfMember(CelExpr expression) {
    return expression.getKind() == Kind.SELECT
        && expression.select().operand().getKind() == Kind.IDENT
        && expression.select().operand().ident().name().equals("member");
  }
}
