package org.rollcall.support;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.MemberId;
import org.rollcall.model.Profile;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// Invented members and contacts in short notation.
public final class People {
  public static final FieldName REGION = FieldName.attribute("region");

  private People() {}

  public static MemberId member(String number) {
    return new MemberId(number);
  }

  public static ContactId contactId(String id) {
    return new ContactId(id);
  }

  /// A member named after their number, with a phone and a region.
  public static Wanted wanted(String number, String email) {
    var fields = new TreeMap<FieldName, Wish>();
    fields.put(FieldName.ROLE, put("user"));
    fields.put(FieldName.EXTERNAL_ID, put(number));
    fields.put(FieldName.EMAIL, new Wish.Put(new Value.Email(email)));
    fields.put(FieldName.NAME, put("Member " + number));
    fields.put(FieldName.PHONE, put("+12025550123"));
    fields.put(REGION, put("GL"));
    return new Wanted(member(number), fields, List.of());
  }

  public static Wish put(String text) {
    return new Wish.Put(new Value.Text(text));
  }

  public static Wanted with(Wanted wanted, FieldName field, Wish wish) {
    var fields = new TreeMap<>(wanted.fields());
    fields.put(field, wish);
    return new Wanted(wanted.member(), fields, wanted.warnings());
  }

  /// The contact that exactly matches `wanted`.
  public static Contact right(String id, Wanted wanted) {
    var values = new TreeMap<FieldName, Value>();
    wanted
        .fields()
        .forEach((field, wish) -> {
          if (wish instanceof Wish.Put(var value)) {
            values.put(field, value);
          }
        });
    return new Contact(contactId(id), Profile.of(values), 1_700_000_000);
  }

  /// A user with only an external id (`""` for none) and an e-mail.
  public static Contact user(String id, String externalId, String email) {
    return contact(id, "user", externalId, email, 1_600_000_000);
  }

  /// A contact that Intercom lists as not active.
  public static HiddenContact hidden(String id, String number, String status) {
    return new HiddenContact(
        contactId(id),
        Optional.of(number).filter(text -> !text.isEmpty()),
        Optional.empty(),
        HiddenStatus.meaning(status));
  }

  /// A lead, with the external id that Intercom gives it.
  public static Contact lead(String id, String email) {
    return contact(id, "lead", "5f0c9b1e-" + id, email, 1_600_000_000);
  }

  public static Contact contact(
      String id, String role, String externalId, String email, long created) {
    var values = new TreeMap<FieldName, Value>();
    values.put(FieldName.ROLE, new Value.Text(role));
    if (!externalId.isEmpty()) {
      values.put(FieldName.EXTERNAL_ID, new Value.Text(externalId));
    }
    if (!email.isEmpty()) {
      values.put(FieldName.EMAIL, new Value.Email(email));
    }
    return new Contact(contactId(id), Profile.of(values), created);
  }

  public static Contact with(Contact contact, FieldName field, Value value) {
    var values = new TreeMap<>(contact.profile().values());
    values.put(field, value);
    return new Contact(contact.id(), Profile.of(values), contact.createdAt())
        .seenAt(contact.lastSeenAt());
  }
}
