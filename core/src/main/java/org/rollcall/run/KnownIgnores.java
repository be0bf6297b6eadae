package org.rollcall.run;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Ignored;
import org.rollcall.model.MemberId;

/// The members of one target whose failing is expected.
public interface KnownIgnores {
  /// Those that hold now, in the order of their numbers.
  List<Ignored> all();

  /// Adds one, or replaces the member's.
  void put(Ignored ignored);

  /// Takes the member's away.
  ///
  /// @return the one that held; empty for none
  Optional<Ignored> remove(MemberId member);
}
