package org.rollcall.apply;

import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.plan.Deed;

/// What a look at a contact makes of a deed before it is done.
sealed interface DeedLook {
  /// It is done, or what is left of it.
  record Go(Deed deed) implements DeedLook {}

  /// Nothing is left of it.
  record Nothing() implements DeedLook {}

  /// It is not done.
  record Stop(Result result) implements DeedLook {}

  /// Only what the contact holds as the plan saw it is changed.
  static DeedLook at(Deed deed, Reply seen, DeedOwner owner) {
    return switch (seen) {
      case Reply.Found(var contact) when owner.isSomebodyElses(deed, contact) ->
          new Stop(new Result.IdentityClash(Endings.givenAway(contact)));
      case Reply.Found(var contact) -> narrowed(deed, contact);
      case Reply.Missing _, Reply.Merged _ -> new Nothing();
      case Reply.Transient passing -> failed(passing.text(), true);
      case Reply.Settled other ->
          failed("Intercom answered with " + ReplyWords.of(other) + ".", false);
    };
  }

  private static DeedLook narrowed(Deed deed, Contact contact) {
    if (!(deed instanceof Deed.Write write)) {
      return new Go(deed);
    }
    var left = write.only(each -> contact.profile().shown(each.field()).equals(each.before()));
    return left.differences().isEmpty() ? new Nothing() : new Go(left);
  }

  private static DeedLook failed(String text, boolean passing) {
    return new Stop(new Result.Failed(text, passing, Optional.empty()));
  }
}
