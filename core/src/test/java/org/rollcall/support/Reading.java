package org.rollcall.support;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;

/// The result of reading a roster.
public record Reading(List<Member> members, List<RunEvent> events, int requests) {
  /// Reads `roster`.
  public static Reading of(Roster roster, OptionalInt limit) throws InterruptedException {
    var members = new ArrayList<Member>();
    var events = new ArrayList<RunEvent>();
    var requests = roster.read(limit, members::add, events::add);
    return new Reading(members, events, requests);
  }

  /// Reads all of `roster`.
  public static Reading of(Roster roster) throws InterruptedException {
    return of(roster, OptionalInt.empty());
  }

  /// The numbers of the members read.
  public List<String> numbers() {
    return members.stream().map(Member::id).map(MemberId::value).toList();
  }
}
