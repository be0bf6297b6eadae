package org.rollcall.run;

import java.util.Set;
import org.rollcall.model.MemberId;

/// Everybody in the members' table, eligible or not.
///
/// @param members their numbers, as many as there are and so not copied
/// @param requests calls or queries it took
public record Census(Set<MemberId> members, int requests) {}
