package org.rollcall.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Value;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// Plans how to take back an earlier run: fields get their former values, created contacts are
/// archived, and archived contacts are restored.
///
/// It changes a value only if Intercom still has what that run wrote, so later edits are kept.
public final class Undo {
  private final Function<ContactId, Optional<Contact>> now;
  private final Map<FieldName, ValueKind> kinds;

  /// @param now the contact as Intercom has it; empty if it is no longer a user or a lead
  /// @param kinds the mapped fields, and the kind of value of each
  public Undo(Function<ContactId, Optional<Contact>> now, Map<FieldName, ValueKind> kinds) {
    this.now = now;
    this.kinds = Map.copyOf(kinds);
  }

  /// What an earlier run did to one member.
  ///
  /// @param email the member's e-mail in that run; `""` for none
  /// @param contact the contact after that run
  /// @param created whether the run created that contact
  /// @param differences the fields that it wrote, with their former values
  /// @param archived the contacts that it archived
  public record Done(
      MemberId member,
      String email,
      ContactId contact,
      boolean created,
      List<Difference> differences,
      List<ContactId> archived) {
    public Done {
      differences = List.copyOf(differences);
      archived = List.copyOf(archived);
    }
  }

  /// The change that takes back `done`; a skip with a reason if nothing can be taken back.
  public Change of(Done done) {
    var deeds = new ArrayList<Deed>();
    done.archived().stream()
        .filter(contact -> now.apply(contact).isEmpty())
        .forEach(contact -> deeds.add(new Deed.Unarchive(contact)));
    now.apply(done.contact()).flatMap(contact -> deed(done, contact)).ifPresent(deeds::add);
    return deeds.isEmpty()
        ? new Change.Skip(done.member(), done.email(), reason(done))
        : new Change.Restore(done.member(), done.email(), done.contact(), deeds);
  }

  private Optional<Deed> deed(Done done, Contact contact) {
    if (done.created()) {
      return standing(done, contact).size() == done.differences().size()
          ? Optional.of(new Deed.Archive(contact.id()))
          : Optional.empty();
    }
    return write(done, contact);
  }

  /// A lead that became a user cannot become a lead again, and an external id cannot be removed.
  private Optional<Deed> write(Done done, Contact contact) {
    var fields = new TreeMap<FieldName, Wish>();
    for (var each : standing(done, contact)) {
      if (!each.field().equals(FieldName.ROLE)
          && !(each.field().equals(FieldName.EXTERNAL_ID) && each.before().isEmpty())) {
        fields.put(each.field(), wish(each, contact));
      }
    }
    var wanted = new Wanted(done.member(), fields, List.of());
    var differences = Diff.between(wanted, contact.profile());
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(new Deed.Write(contact.id(), wanted, differences));
  }

  /// The differences of the run that Intercom still has.
  private static List<Difference> standing(Done done, Contact contact) {
    return done.differences().stream()
        .filter(each -> contact.profile().shown(each.field()).equals(each.after()))
        .toList();
  }

  private Wish wish(Difference difference, Contact contact) {
    return difference.before().isEmpty()
        ? new Wish.Clear()
        : new Wish.Put(value(difference, contact.profile().get(difference.field())));
  }

  /// A former value, in the kind of the field's present value or else in the kind of its mapping.
  private Value value(Difference difference, Optional<Value> held) {
    var text = difference.before();
    return held.map(value -> like(value, text)).orElseGet(() -> mapped(difference.field(), text));
  }

  private static Value like(Value held, String text) {
    return switch (held) {
      case Value.Text _ -> new Value.Text(text);
      case Value.Email _ -> new Value.Email(text);
      case Value.Numeric _ -> new Value.Numeric(new BigDecimal(text));
      case Value.Flag _ -> new Value.Flag(Boolean.parseBoolean(text));
    };
  }

  private Value mapped(FieldName field, String text) {
    if (field.equals(FieldName.EMAIL)) {
      return new Value.Email(text);
    }
    return switch (kinds.getOrDefault(field, ValueKind.TEXT)) {
      case TEXT, ANY -> new Value.Text(text);
      case NUMBER -> new Value.Numeric(new BigDecimal(text));
      case FLAG -> new Value.Flag(Boolean.parseBoolean(text));
    };
  }

  private String reason(Done done) {
    return now.apply(done.contact()).isEmpty()
        ? "Contact %s is no longer there; nothing of it can be taken back."
            .formatted(done.contact())
        : "Contact %s was changed since, or its former state cannot be restored; nothing of it is taken back."
            .formatted(done.contact());
  }
}
