package org.rollcall.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invented person of the sample roster: one row of `members` and the person's rows of
/// `positions`.
///
/// @param type the `membertypeid`
/// @param region the `region_id`, `null` for none
/// @param facility the `facility_id`, `null` for none
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

  /// An office that the person holds or held.
  ///
  /// @param type a code or a name, as in real rosters
  /// @param start the first day, as `2020-01-31`
  /// @param end the last day; `null` if there is none
  public record Position(String type, String start, @Nullable String end) {}
}
