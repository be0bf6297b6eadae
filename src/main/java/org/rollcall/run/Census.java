package org.rollcall.run;

import java.util.Set;
import org.rollcall.model.MemberId;

/// Everybody in the members' table, eligible or not.
///
/// @param members their numbers
/// @param requests calls or queries it took
public record Census(Set<MemberId> members, int requests) {
  public Census {
    members = Set.copyOf(members);
  }
}
