package org.rollcall.mapping;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.values.NullValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.mapping.Function.Signature;
import org.rollcall.mapping.Projected.UnknownCode;

/// The functions for expressions in addition to those of CEL. A null argument gives null, and lists
/// skip null elements.
final class Functions {
  private static final CelType TEXT = SimpleType.STRING;
  private static final CelType TEXT_OR_NOTHING = NullableType.create(SimpleType.STRING);
  private static final CelType INTEGER_OR_NOTHING = NullableType.create(SimpleType.INT);
  private static final CelType TEXTS = ListType.create(TEXT_OR_NOTHING);
  private static final CelType INTEGERS = ListType.create(INTEGER_OR_NOTHING);
  private static final CelType ANYTHING = TypeParamType.create("T");

  private Functions() {}

  /// All these functions.
  ///
  /// @param vocabularies the vocabularies by name
  /// @param unknown receives each code without a name, on the thread that evaluates
  static List<Function> all(Map<String, Terms> vocabularies, Consumer<UnknownCode> unknown) {
    BiFunction<Object, String, Object> named =
        (code, vocabulary) ->
            text(code)
                .<Object>map(text -> terms(vocabularies, vocabulary).name(text, unknown))
                .orElse(NullValue.NULL_VALUE);
    BiFunction<Object, String, Object> names =
        (codes, vocabulary) ->
            terms(vocabularies, vocabulary).names(texts(codes).toList(), unknown);
    return List.of(
        Function.of(
            "named",
            named,
            Signature.of(TEXT_OR_NOTHING, TEXT_OR_NOTHING, TEXT),
            Signature.of(TEXT_OR_NOTHING, INTEGER_OR_NOTHING, TEXT)),
        Function.of(
            "names",
            names,
            Signature.of(ListType.create(TEXT), TEXTS, TEXT),
            Signature.of(ListType.create(TEXT), INTEGERS, TEXT)),
        Function.of("e164", Functions::e164, Signature.of(TEXT_OR_NOTHING, TEXT_OR_NOTHING, TEXT)),
        Function.of("join", Functions::join, Signature.of(TEXT, TEXTS, TEXT)),
        Function.of("required", Functions::required, Signature.of(ANYTHING, ANYTHING, TEXT)),
        Function.of(
            "lower",
            on(text -> text.toLowerCase(Locale.ROOT)),
            Signature.of(TEXT_OR_NOTHING, TEXT_OR_NOTHING)),
        Function.of("trim", on(Text::trim), Signature.of(TEXT_OR_NOTHING, TEXT_OR_NOTHING)));
  }

  private static Object e164(Object text, String region) {
    return text(text)
        .<Object>map(number -> Phones.e164(number, region))
        .orElse(NullValue.NULL_VALUE);
  }

  private static Object join(Object texts, String separator) {
    return texts(texts).collect(Collectors.joining(separator));
  }

  private static Object required(Object value, String reason) {
    if (text(value).isEmpty()) {
      throw new UnmappableValue(reason);
    }
    return value;
  }

  private static UnaryOperator<Object> on(UnaryOperator<String> operator) {
    return value -> value instanceof String text ? operator.apply(text) : value;
  }

  /// The vocabulary with that name. It exists, because names were checked with the expression.
  private static Terms terms(Map<String, Terms> vocabularies, String name) {
    return Optional.ofNullable(vocabularies.get(name)).orElseThrow();
  }

  private static Stream<String> texts(Object list) {
    return ((List<?>) list).stream().flatMap(element -> text(element).stream());
  }

  /// A text or a whole number, trimmed; empty for null or a blank text.
  private static Optional<String> text(Object value) {
    return value instanceof NullValue
        ? Optional.empty()
        : Optional.of(Text.trim(value.toString())).filter(text -> !text.isEmpty());
  }
}
