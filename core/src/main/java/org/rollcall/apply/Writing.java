package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import org.rollcall.plan.Difference;

/// What is being written, and what is not certain of it yet.
///
/// @param differences the fields to write
/// @param unconfirmed the last write, while its answer leaves doubt
/// @param search the search for a field that Intercom does not take; empty where none was begun
record Writing(
    List<Difference> differences,
    Optional<UnconfirmedWrite> unconfirmed,
    Optional<FieldSearch> search) {
  static final Writing NOTHING = new Writing(List.of(), Optional.empty(), Optional.empty());

  Writing of(List<Difference> fields) {
    return new Writing(fields, unconfirmed, search);
  }

  Writing doubting(Optional<UnconfirmedWrite> write) {
    return new Writing(differences, write, search);
  }

  Writing searching(FieldSearch next) {
    return new Writing(differences, unconfirmed, Optional.of(next));
  }
}
