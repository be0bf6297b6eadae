package org.rollcall.settings;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;

/// A row of the roster, and what the mapping must make of it.
///
/// @param name what it is called in messages
/// @param member the row, with only those columns and joins that the test gives
/// @param today the date on which it is mapped
/// @param expected what must come of it
public record MappingTest(String name, Member member, LocalDate today, Expected expected) {
  /// The date of a test that does not say one. It never changes, so that a test that holds today
  /// holds tomorrow.
  public static final LocalDate USUAL_DATE = LocalDate.of(2026, 1, 1);

  @Override
  public String toString() {
    return "%s: %s on %s".formatted(name, member.row(), today);
  }

  /// What must come of a row.
  public sealed interface Expected {
    /// A contact with these values; other fields are not compared.
    ///
    /// @param fields each with its value; an empty one has none
    /// @param leftAlone the fields that must keep what Intercom has
    /// @param position where the settings say so
    record Contact(
        SortedMap<FieldName, ExpectedValue> fields,
        SortedMap<FieldName, Position> leftAlone,
        Position position)
        implements Expected {
      public Contact {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        leftAlone = Collections.unmodifiableSortedMap(new TreeMap<>(leftAlone));
      }
    }

    /// No contact.
    ///
    /// @param reason the reason that must be told; empty for any
    /// @param position where the settings say so
    record Skip(Optional<String> reason, Position position) implements Expected {}
  }

  /// What a field must hold.
  ///
  /// @param shown the value as a person reads it; `""` for none
  /// @param position where the settings say so
  public record ExpectedValue(String shown, Position position) {}
}
