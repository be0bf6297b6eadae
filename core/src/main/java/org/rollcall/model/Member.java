package org.rollcall.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A member as the roster has it: a row with the joined rows nested in it.
///
/// Values are those of JSON: `null`, `String`, `Boolean`, `Long`, `BigInteger`, `BigDecimal`, `Map`
/// (a joined row, `null` if there is none) and `List` of `Map` (joined rows, in the order of their
/// key). Dates and times are text, as PostgREST writes them.
///
/// @param id the key column as text
/// @param row the values by column or join name; unmodifiable
public record Member(MemberId id, Map<String, @Nullable Object> row) {
  // This is not a compact constructor, because javac does not record type annotations on one, and
  // other modules would not see that values may be null.
  public Member(MemberId id, Map<String, @Nullable Object> row) {
    this.id = id;
    this.row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
  }
}
