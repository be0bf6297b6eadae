package org.rollcall.mapping;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A function for expressions: its declaration for the checker, and its implementation.
record Function(CelFunctionDecl declaration, Collection<CelFunctionBinding> bindings) {
  /// One way to call a function.
  record Signature(CelType result, List<CelType> parameters) {
    static Signature of(CelType result, CelType... parameters) {
      return new Signature(result, List.of(parameters));
    }
  }

  /// A function with one argument. The library requires it to be immutable; `body` must be
  /// thread-safe.
  @SuppressWarnings("Immutable")
  static Function of(String name, UnaryOperator<Object> body, Signature... signatures) {
    var bindings =
        ids(name, signatures)
            .map(id -> CelFunctionBinding.from(id, Object.class, body::apply))
            .toList();
    return new Function(
        declaration(name, signatures), CelFunctionBinding.fromOverloads(name, bindings));
  }

  /// A function with an argument of any type and a text. The library requires it to be immutable;
  /// `body` must be thread-safe.
  @SuppressWarnings("Immutable")
  static Function of(
      String name, BiFunction<Object, String, Object> body, Signature... signatures) {
    var bindings =
        ids(name, signatures)
            .map(id -> CelFunctionBinding.from(id, Object.class, String.class, body::apply))
            .toList();
    return new Function(
        declaration(name, signatures), CelFunctionBinding.fromOverloads(name, bindings));
  }

  private static CelFunctionDecl declaration(String name, Signature... signatures) {
    var ids = ids(name, signatures).toList();
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        IntStream.range(0, ids.size())
            .mapToObj(i ->
                CelOverloadDecl.newGlobalOverload(
                    ids.get(i), signatures[i].result(), signatures[i].parameters()))
            .toList());
  }

  private static Stream<String> ids(String name, Signature... signatures) {
    return IntStream.range(0, signatures.length).mapToObj(i -> name + "_" + i);
  }
}
