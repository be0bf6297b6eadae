package org.rollcall.demo;

import java.util.Optional;
import org.rollcall.apply.Result;
import org.rollcall.model.ContactId;
import org.rollcall.model.Wanted;

/// A member who fails for some nights, until somebody sees to it.
///
/// @param from the first night
/// @param to the last night
/// @param place the member's among all
record Trouble(int from, int to, int place) {
  private static final int KINDS = 3;

  boolean isOn(int night) {
    return from <= night && night <= to;
  }

  /// How it ends each night, in the words of a run.
  Result.NotDone result(Wanted member, ContactId contact) {
    return switch (place % KINDS) {
      case 0 ->
          new Result.NeedsPerson(
              "Contact %s is blocked; unblock in Intercom: Settings › Spam › Blocked people."
                  .formatted(contact));
      case 1 ->
          new Result.IdentityClash(
              "Contact %s belongs to member %s and was not touched; two members seem to share an e-mail."
                  .formatted(contact, member.member().value() + "1"));
      default ->
          new Result.Failed(
              "Intercom gave no settled answer: Intercom could not be reached: the connection was reset.",
              true,
              Optional.empty());
    };
  }
}
