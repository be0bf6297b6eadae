package org.rollcall.listing;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.MemberId;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// The contacts that are not active and carry a member's number, where Intercom lists them.
///
/// @param patience how long a list that must be read is waited for
record HiddenDirectory(Gateway gateway, Patience patience, Consumer<RunEvent> events) {
  /// Those of members without a contact. They are not needed: without the list, Intercom names them
  /// when their members are written. So whatever goes wrong is told and stops nothing.
  List<HiddenContact> ifListed(Set<MemberId> members) throws InterruptedException {
    return members.isEmpty()
        ? List.of()
        : switch (read(members, Patience.NONE)) {
          case HiddenPages.Whole(var contacts) -> contacts;
          case HiddenPages.Refused(Reply.Missing _) -> List.of();
          case HiddenPages.Refused(Reply.Unsupported _) -> List.of();
          case HiddenPages.Refused(var reply) -> without(Unreadable.said(reply));
          case HiddenPages.Broken(var why) -> without(why);
        };
  }

  /// The same where the settings demand the list.
  ///
  /// @throws RunStopped when it cannot be read
  List<HiddenContact> listed(Set<MemberId> members) throws InterruptedException {
    return switch (read(members, patience)) {
      case HiddenPages.Whole(var contacts) -> contacts;
      case HiddenPages.Refused(Reply.Missing(var text)) -> throw notThere(text);
      case HiddenPages.Refused(Reply.Unsupported(var text)) -> throw notThere(text);
      case HiddenPages.Refused(var reply) ->
          throw Unreadable.because(
              reply, "the archived contacts", "Read and list users and companies");
      case HiddenPages.Broken(var why) ->
          throw Unreadable.stopped(
              "Intercom's archived contacts could not be read. %s Nothing was written; run again later, or set intercom.archived to auto."
                  .formatted(why));
    };
  }

  private HiddenPages.Ending read(Set<MemberId> members, Patience until)
      throws InterruptedException {
    return new HiddenPages(gateway, contact -> isOf(members, contact), until, events).all();
  }

  private static boolean isOf(Set<MemberId> members, HiddenContact contact) {
    return contact.number().filter(members::contains).isPresent();
  }

  private List<HiddenContact> without(String why) {
    events.accept(
        new RunEvent.Warned(
            "Intercom's archived contacts could not be read, so they are met when their members are written: %s If this stays so, set intercom.archived to discover."
                .formatted(why)));
    return List.of();
  }

  private static RunStopped notThere(String text) {
    return Unreadable.stopped(
        "Intercom has no list of archived contacts in this version of its API (%s), and intercom.archived says that it must be read. Nothing was written; set intercom.version to Preview, or intercom.archived to auto."
            .formatted(text));
  }
}
