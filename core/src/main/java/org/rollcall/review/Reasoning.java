package org.rollcall.review;

import org.rollcall.model.HiddenStatus;
import org.rollcall.model.Wording;
import org.rollcall.plan.Change;

/// The reasons for a change, as sentences.
public final class Reasoning {
  private Reasoning() {}

  public static String of(Change change) {
    return switch (change) {
      case Change.Create _ ->
          "create a contact: no contact has their number, and none with their e-mail can become"
              + " theirs.";
      case Change.Update update ->
          "update contact %s, recognised %s.%s"
              .formatted(
                  update.contact().id(), update.match().words(), surplus(update.surplus().size()));
      case Change.Revive revive ->
          "bring back contact %s, which carries their number. %s"
              .formatted(revive.contact().id(), backFrom(revive.contact().status()));
      case Change.Unchanged same ->
          "leave contact %s as it is: it is right.%s"
              .formatted(same.contact().id(), surplus(same.surplus().size()));
      case Change.Skip skip -> "skip them: " + skip.reason();
      case Change.Clash clash -> "do nothing for them: " + clash.reason();
      case Change.Depart depart ->
          "show in contact %s that they have left (leavers)".formatted(depart.contact().id());
      case Change.Restore restore -> "restore contact " + restore.contact();
    };
  }

  /// What stands in the way of a contact that is brought back, as sentences.
  public static String backFrom(HiddenStatus status) {
    return switch (status) {
      case HiddenStatus.Blocked() ->
          "It is blocked: it is unblocked and brought back where Intercom allows it; else a person must unblock it.";
      case HiddenStatus.Archived(), HiddenStatus.Other(_) ->
          "It is archived: it is brought back, read, and updated where it differs.";
    };
  }

  /// For somebody whom the next run ignores.
  public static String ofNothing() {
    return "do nothing: they are in the members' table, but the conditions under roster.where leave"
        + " them out.";
  }

  private static String surplus(int others) {
    return others == 0
        ? ""
        : " %s of theirs would be put away.".formatted(Wording.count(others, "older contact"));
  }
}
