package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;
import org.rollcall.plan.FormerValues;
import org.rollcall.plan.WrittenFields;

/// What is asked of Intercom for a deed.
final class DeedRequests {
  private DeedRequests() {}

  static Request of(Deed deed) {
    return switch (deed) {
      case Deed.Write(var contact, var wanted, var differences) ->
          new Request.Update(contact, Diff.wishes(wanted, differences));
      case Deed.Archive(var contact, _) -> new Request.Archive(contact);
      case Deed.Unarchive(var contact) -> new Request.Unarchive(contact);
      case Deed.Block(var contact) -> new Request.Block(contact);
      case Deed.Unblock(var contact) -> new Request.Unblock(contact);
    };
  }

  /// What takes the deed back from a contact that turned out to be somebody else's; empty where
  /// nothing is to be taken back. `contact` is as the deed left it.
  static Optional<Request> reverse(Deed deed, Contact contact) {
    return switch (deed) {
      case Deed.Write(_, _, var differences) -> former(differences, contact);
      case Deed.Archive(var id, _) -> Optional.of(new Request.Unarchive(id));
      case Deed.Unarchive(var id) -> Optional.of(new Request.Archive(id));
      case Deed.Block _, Deed.Unblock _ -> Optional.empty();
    };
  }

  private static Optional<Request> former(List<Difference> differences, Contact contact) {
    var former = new TreeMap<FieldName, Wish>();
    for (var each : new WrittenFields(differences, contact).standing()) {
      former.put(each.field(), FormerValues.UNTYPED.wish(each, contact));
    }
    return former.isEmpty()
        ? Optional.empty()
        : Optional.of(new Request.Update(contact.id(), former));
  }

  /// What the deed writes and `contact` does not hold.
  static List<Difference> unkept(Deed.Write write, Contact contact) {
    return Diff.between(Diff.wishes(write.wanted(), write.differences()), contact.profile());
  }

  /// Whether something is left to write without `field`.
  static boolean canDoWithout(Deed deed, Optional<FieldName> field) {
    return deed instanceof Deed.Write(_, _, var differences)
        && differences.size() > 1
        && differences.stream().anyMatch(each -> field.filter(each.field()::equals).isPresent());
  }

  static Deed without(Deed deed, FieldName field) {
    return deed instanceof Deed.Write write
        ? write.only(each -> !each.field().equals(field))
        : deed;
  }
}
