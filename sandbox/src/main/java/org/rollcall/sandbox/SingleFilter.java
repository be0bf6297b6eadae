package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A filter of one field, one operator, and one value or a list of values.
///
/// Texts match regardless of letter case. Up to version 2.16 a standard date matches by the day
/// (here in UTC) and allows only the operators `=`, `>` and `<`.
///
/// @param wanted the values in the form of [#comparable]; at least one unless the operator takes a
///   list
/// @param byDay whether the field matches by the day
record SingleFilter(String field, String operator, List<Optional<Object>> wanted, boolean byDay)
    implements Filter {
  private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
  private static final Set<String> LIST_OPERATORS = Set.of("IN", "NIN");
  private static final Set<String> DAY_OPERATORS = Set.of("=", ">", "<");
  private static final Set<String> OPERATORS =
      Set.of("=", "!=", "IN", "NIN", ">", "<", ">=", "<=", "~", "!~", "^", "$");

  static SingleFilter of(JsonNode query, ApiVersion version) {
    var field = query.path("field").asString("");
    var operator = query.path("operator").asString("");
    SearchField.require(field);
    var byDay = SearchField.isDate(field) && !version.matchesDatesToTheSecond();
    if (!(byDay ? DAY_OPERATORS : OPERATORS).contains(operator)) {
      throw Refusal.parameter("The operator " + operator + " cannot be used with " + field);
    }
    return new SingleFilter(field, operator, wanted(query.path("value"), operator), byDay);
  }

  private static List<Optional<Object>> wanted(JsonNode value, String operator) {
    var many = LIST_OPERATORS.contains(operator);
    if (many != value.isArray()) {
      throw Refusal.parameter("The operator " + operator + " takes another kind of value");
    }
    return many ? value.valueStream().map(SingleFilter::plain).toList() : List.of(plain(value));
  }

  private static Optional<Object> plain(JsonNode node) {
    try {
      return comparable(Json.plain(node));
    } catch (IllegalArgumentException _) {
      throw Refusal.parameter("A filter compares with single values");
    }
  }

  /// Converts a value for comparing: an empty text is no value, letter case is dropped, numbers are
  /// decimal.
  private static Optional<Object> comparable(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case String text when text.isEmpty() -> Optional.empty();
      case String text -> Optional.of(text.toLowerCase(Locale.ROOT));
      case Long number -> Optional.of(BigDecimal.valueOf(number));
      case BigDecimal number -> Optional.of(number.stripTrailingZeros());
      case Object other -> Optional.of(other);
    };
  }

  @Override
  public Optional<String> email() {
    return field.equals(StoredContact.EMAIL) && operator.equals("=")
        ? wanted.getFirst().map(Object::toString)
        : Optional.empty();
  }

  /// A field that matches by the day adds a day at either end.
  @Override
  public CreationPeriod created() {
    var moment =
        field.equals("created_at") ? number(wanted.getFirst()) : Optional.<BigDecimal>empty();
    return moment
        .map(BigDecimal::longValue)
        .map(seconds ->
            switch (operator) {
              case ">" -> new CreationPeriod(seconds - DAY.longValue(), Long.MAX_VALUE);
              case "<" -> new CreationPeriod(Long.MIN_VALUE, seconds + DAY.longValue());
              default -> CreationPeriod.EVER;
            })
        .orElse(CreationPeriod.EVER);
  }

  @Override
  public boolean matches(StoredContact contact) {
    var held = comparable(SearchField.value(contact, field));
    return switch (operator) {
      case "=", "IN" -> wanted.stream().anyMatch(each -> same(held, each));
      case "!=", "NIN" -> wanted.stream().noneMatch(each -> same(held, each));
      case ">" -> held.isPresent() && compare(held, wanted.getFirst()) > 0;
      case "<" -> held.isPresent() && compare(held, wanted.getFirst()) < 0;
      case ">=" -> held.isPresent() && compare(held, wanted.getFirst()) >= 0;
      case "<=" -> held.isPresent() && compare(held, wanted.getFirst()) <= 0;
      case "~" -> text(held).contains(text(wanted.getFirst()));
      case "!~" -> !text(held).contains(text(wanted.getFirst()));
      case "^" -> text(held).startsWith(text(wanted.getFirst()));
      default -> text(held).endsWith(text(wanted.getFirst()));
    };
  }

  private boolean same(Optional<Object> left, Optional<Object> right) {
    return left.isPresent() == right.isPresent() && compare(left, right) == 0;
  }

  private int compare(Optional<Object> left, Optional<Object> right) {
    return left.isPresent() && left.get() instanceof BigDecimal number && number(right).isPresent()
        ? scaled(number).compareTo(scaled(number(right).get()))
        : text(left).compareTo(text(right));
  }

  private BigDecimal scaled(BigDecimal number) {
    return byDay ? number.divideToIntegralValue(DAY) : number;
  }

  private static Optional<BigDecimal> number(Optional<Object> value) {
    return value
        .map(SingleFilter::text)
        .filter(text -> text.matches("-?\\d{1,18}(\\.\\d{1,18})?"))
        .map(BigDecimal::new);
  }

  private static String text(Optional<Object> value) {
    return value.map(SingleFilter::text).orElse("");
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
