package org.rollcall.mapping;

import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rollcall.mapping.Table.Joined;
import org.rollcall.mapping.Table.RowTest;
import org.rollcall.model.FieldName;
import org.rollcall.model.Join;
import org.rollcall.settings.Expression;
import org.rollcall.settings.Mapping;
import org.rollcall.settings.Problem;
import org.rollcall.settings.Vocabulary;

/// Checks all expressions of a mapping and builds its projection.
final class ProjectionBuilder {
  private final Mapping mapping;
  private final List<Problem> problems;
  private final List<Function> functions;
  private final Arguments arguments;
  private final PossibleTextsFinder textsFinder;

  /// @param problems receives the mistakes
  ProjectionBuilder(Mapping mapping, List<Problem> problems) {
    this.mapping = mapping;
    this.problems = problems;
    this.functions = Functions.all(terms(mapping), UnknownCodes::tell);
    this.arguments = new Arguments(mapping.vocabularies().keySet());
    this.textsFinder = new PossibleTextsFinder(names(mapping));
  }

  private static Map<String, Terms> terms(Mapping mapping) {
    return mapping.vocabularies().values().stream()
        .collect(Collectors.toMap(Vocabulary::name, Terms::new));
  }

  private static Map<String, List<String>> names(Mapping mapping) {
    return mapping.vocabularies().values().stream()
        .collect(Collectors.toMap(Vocabulary::name, each -> List.copyOf(each.names().values())));
  }

  /// The projection; empty if there are mistakes, which go to the problems.
  Optional<Projection> projection() {
    var members = members();
    var formulas = formulas(members);
    return formulas
        .filter(_ -> problems.isEmpty())
        .map(right -> new Projection(members, right, mapping.contact()));
  }

  private Table members() {
    var joins = new TreeMap<String, Joined>();
    mapping.roster().joins().forEach(join -> joins.put(join.name(), joined(join)));
    return new Table("member", mapping.roster().columns(), joins);
  }

  private Joined joined(Join join) {
    var table = new Table("member." + join.name(), join.columns(), new TreeMap<>());
    var test = test(join, table);
    return switch (join) {
      case Join.One _ -> new Joined.One(table, test);
      case Join.Many _ -> new Joined.Many(table, test);
    };
  }

  /// The test of a join's rows. Without a condition in the settings all rows count.
  private RowTest test(Join join, Table table) {
    return Optional.ofNullable(mapping.conditions().get(join.name()))
        .flatMap(condition -> test(join, table, condition))
        .orElse(_ -> true);
  }

  private Optional<RowTest> test(Join join, Table table, Expression condition) {
    return checker(
            List.of(table),
            variables(table),
            path -> path.equals(Backticks.ROW) ? table.names() : Set.of())
        .check("roster.join.%s.where".formatted(join.name()), condition, Expectation.TEST)
        .map(RowTest::of);
  }

  /// The columns by their names. One whose name cannot stand alone is reached through the row.
  private static SortedMap<String, CelType> variables(Table table) {
    var variables = new TreeMap<String, CelType>();
    table
        .columns()
        .forEach((column, type) -> {
          if (Backticks.isNoVariable(column)) {
            variables.putIfAbsent(Backticks.ROW, table.reference());
          } else {
            variables.put(column, Cells.type(type));
          }
        });
    return variables;
  }

  private Optional<Formulas> formulas(Table members) {
    var tables = new ArrayList<>(List.of(members));
    members.joins().values().forEach(join -> tables.add(join.table()));
    var checker = checker(tables, Map.of("member", members.reference()), members::namesAfter);
    var formulas = new TreeMap<FieldName, Formula>();
    mapping
        .contact()
        .forEach((field, expression) ->
            checker
                .check("contact." + field, expression, Expectation.of(field))
                .ifPresent(formula -> formulas.put(field, formula)));
    return formulas(formulas);
  }

  private static Optional<Formulas> formulas(SortedMap<FieldName, Formula> all) {
    var email = Optional.ofNullable(all.remove(FieldName.EMAIL));
    var externalId = Optional.ofNullable(all.remove(FieldName.EXTERNAL_ID));
    return email.flatMap(address -> externalId.map(id -> new Formulas(address, id, all)));
  }

  private Checker checker(
      List<Table> tables, Map<String, CelType> variables, CelMessages.Columns columns) {
    return new Checker(
        new Language(tables, functions), variables, columns, arguments, textsFinder, problems);
  }
}
