package org.rollcall.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody invented for the sample roster: a row of `members` and their rows of `positions`.
///
/// @param type their `membertypeid`
/// @param region their `region_id`, `null` for none
/// @param facility their `facility_id`, `null` for none
public record SamplePerson(
    String number,
    String firstName,
    String lastName,
    @Nullable String email,
    @Nullable String phone,
    String status,
    int type,
    @Nullable Integer region,
    @Nullable Integer facility,
    List<Position> positions) {
  public SamplePerson {
    positions = List.copyOf(positions);
  }

  /// An office held, or once held.
  ///
  /// @param type a code, or already a name, as real rosters have it
  /// @param start its first day, as `2020-01-31`
  /// @param end its last day; `null` where it has none
  public record Position(String type, String start, @Nullable String end) {}
}
