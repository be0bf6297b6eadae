package org.rollcall.mapping;

import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The language of expressions: CEL with the roster's rows as types and with [Functions].
final class Language {
  /// The functions of CEL that a person is likely to use.
  private static final List<String> STANDARD =
      List.of(
          "bool",
          "contains",
          "double",
          "endsWith",
          "exists",
          "filter",
          "has",
          "int",
          "map",
          "matches",
          "size",
          "startsWith",
          "string");

  private final Types types;
  private final List<Function> functions;
  private final CelRuntime runtime;

  /// @param tables all tables whose rows expressions can use
  Language(List<Table> tables, List<Function> functions) {
    this.types = Types.of(tables);
    this.functions = functions;
    this.runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setTypeProvider(types)
            .addFunctionBindings(
                functions.stream().flatMap(function -> function.bindings().stream()).toList())
            .build();
  }

  CelRuntime runtime() {
    return runtime;
  }

  /// The checker for expressions with `variables` and `today`.
  CelCompiler compiler(Map<String, CelType> variables) {
    var compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(CelOptions.current().enableQuotedIdentifierSyntax(true).build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(types)
            .addVar("today", SimpleType.STRING)
            .addFunctionDeclarations(functions.stream().map(Function::declaration).toList());
    variables.forEach(compiler::addVar);
    return compiler.build();
  }

  /// The names of all functions.
  Set<String> functionNames() {
    var names = new TreeSet<>(STANDARD);
    functions.forEach(function -> names.add(function.declaration().name()));
    return names;
  }
}
