package org.rollcall.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;

/// Builds a roster row for a test.
final class Person {
  private final Map<String, @Nullable Object> row = new HashMap<>();

  /// An ordinary member in the first user's tables.
  static Person ordinary() {
    return new Person()
        .with("membernumber", "20001")
        .with("firstname", "Ana")
        .with("lastname", "Diaz")
        .with("email", "ana@example.org")
        .with("phone", "(202) 555-0123")
        .with("status", "Active")
        .with("membertypeid", 6L)
        .with("region", Map.of("code", "GL"))
        .with("facility", Map.of("code", "ZAU"))
        .with("type", Map.of("type_name", "Current Member"))
        .with("positions", List.of());
  }

  /// A member in the small tables of [Profiles].
  static Person small() {
    return new Person().with("id", "7").with("email", "bo@example.org");
  }

  Person with(String column, @Nullable Object value) {
    row.put(column, value);
    return this;
  }

  /// Adds a position for each of `codes`, held since long ago.
  Person holding(@Nullable String... codes) {
    return with("positions", Arrays.stream(codes).map(code -> position(code, null)).toList());
  }

  Person holdingUntil(String code, @Nullable String end) {
    var positions = new ArrayList<Object>();
    if (row.get("positions") instanceof List<?> held) {
      positions.addAll(held);
    }
    positions.add(position(code, end));
    return with("positions", positions);
  }

  private static Map<String, @Nullable Object> position(
      @Nullable String code, @Nullable String end) {
    var position = new HashMap<String, @Nullable Object>();
    position.put("positiontype", code);
    position.put("end_date", end);
    return position;
  }

  /// The checker does not know that a compiled record's row may contain nulls.
  @SuppressWarnings("NullAway")
  Member member() {
    return new Member(new MemberId("20001"), row);
  }
}
