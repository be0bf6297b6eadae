package org.rollcall.sandbox;

import static org.rollcall.sandbox.StoredContact.EMAIL;
import static org.rollcall.sandbox.StoredContact.EXTERNAL_ID;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.rollcall.model.FieldName;
import org.rollcall.model.Role;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// Puts members' contacts into a world as years of use have left them.
final class ContactHistory {
  private static final Duration LONGEST = Duration.ofDays(5 * 365);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final int OTHER_CASE_EVERY = 50;
  private static final int OPTED_OUT_EVERY = 30;
  private static final int SEEN_EVERY = 2;
  private static final int TRIES = 20;

  private final World world;
  private final List<Wanted> members;
  private final Instant now;
  private final Random random;

  ContactHistory(World world, List<Wanted> members, Instant now, Random random) {
    this.world = world;
    this.members = members;
    this.now = now;
    this.random = random;
  }

  /// Puts the member's contact into the world as `fate` says.
  void happen(Wanted member, Fate fate) {
    var right = right(member);
    switch (fate) {
      case RIGHT -> world.put(right);
      case STALE -> world.put(stale(right, member, 1));
      case VERY_STALE -> world.put(stale(right, member, 2 + random.nextInt(2)));
      case MISSING -> {}
      case ARCHIVED -> world.put(stale(right, member, 1).with(new ContactState.Archived()));
      case ARCHIVED_ELSEWHERE ->
          world.put(right.with(EMAIL, formerEmail(member)).with(new ContactState.Archived()));
      case ARCHIVED_NAMELESS ->
          world.put(right.with(EXTERNAL_ID, null).with(new ContactState.Archived()));
      case DUPLICATED -> duplicate(right, member);
      case BLOCKED -> world.put(right.with(new ContactState.Blocked()));
      case LEAD -> world.put(lead(member));
      case LEAD_BESIDE -> {
        world.put(right);
        world.put(lead(member));
      }
      case WEBSITE -> world.put(older(member).with(EXTERNAL_ID, uuid("website", member)));
      case NAMELESS -> world.put(older(member));
    }
  }

  private StoredContact right(Wanted member) {
    var contact = StoredContact.user(world.newId(), Map.of(), new TreeMap<>(), sometime(LONGEST));
    for (var wish : member.fields().entrySet()) {
      contact = with(contact, wish.getKey(), wish.getValue());
    }
    return lived(contact);
  }

  private StoredContact with(StoredContact contact, FieldName field, Wish wish) {
    return switch (wish) {
      case Wish.Put(var value) -> with(contact, field, StoredValue.of(value));
      case Wish.Clear() when field.isAttribute() && random.nextBoolean() ->
          contact.withAttribute(field.simpleName(), null);
      case Wish.Clear(), Wish.Leave() -> contact;
    };
  }

  private static StoredContact with(StoredContact contact, FieldName field, Object value) {
    if (field.equals(FieldName.ROLE)) {
      return contact;
    }
    return field.isAttribute()
        ? contact.withAttribute(field.simpleName(), value)
        : contact.with(field.value(), value);
  }

  /// Adds what a contact collects over time that a run does not compare.
  private StoredContact lived(StoredContact contact) {
    var lived = contact;
    if (random.nextInt(OTHER_CASE_EVERY) == 0) {
      lived = lived.with(EMAIL, otherCase(lived.email().orElse("")));
    }
    if (random.nextInt(OPTED_OUT_EVERY) == 0) {
      lived = lived.with("unsubscribed_from_emails", true);
    }
    if (random.nextInt(SEEN_EVERY) == 0) {
      lived = lived.with("last_seen_at", sometime(YEAR));
    }
    return lived;
  }

  /// The same address with capital letters, as some people write it: `Ann@Example.org`.
  private static String otherCase(String email) {
    var other = new StringBuilder(email);
    for (var place : List.of(0, email.indexOf('@') + 1)) {
      if (place < other.length()) {
        other.setCharAt(place, Character.toUpperCase(other.charAt(place)));
      }
    }
    return other.toString();
  }

  private StoredContact stale(StoredContact contact, Wanted member, int fields) {
    var names = new ArrayList<>(member.fields().keySet());
    names.removeIf(name -> name.equals(FieldName.ROLE) || name.equals(FieldName.EXTERNAL_ID));
    names.removeIf(name -> member.wish(name) instanceof Wish.Leave);
    Collections.shuffle(names, random);
    var stale = contact;
    for (var name : names.subList(0, Math.min(fields, names.size()))) {
      stale = with(stale, name, former(member, name));
    }
    return stale;
  }

  /// A former value of the field: the value that another member has now.
  private Object former(Wanted member, FieldName field) {
    if (field.equals(FieldName.EMAIL)) {
      return formerEmail(member);
    }
    for (var turn = 0; turn < TRIES; turn++) {
      var other = members.get(random.nextInt(members.size())).wish(field);
      if (other instanceof Wish.Put(var value) && !other.equals(member.wish(field))) {
        return StoredValue.of(value);
      }
    }
    return invented(member.wish(field), field);
  }

  private static Object invented(Wish wish, FieldName field) {
    if (wish instanceof Wish.Put(Value.Numeric(var number))) {
      return number.longValue() + 1;
    }
    if (wish instanceof Wish.Put(Value.Flag(var flag))) {
      return !flag;
    }
    return field.equals(FieldName.PHONE) ? "+12025550199" : "Former";
  }

  private static String formerEmail(Wanted member) {
    return "former." + key(member) + "@example.net";
  }

  private static String key(Wanted member) {
    return member.member().value().replaceAll("[^A-Za-z0-9]", "-").toLowerCase(Locale.ROOT);
  }

  /// Adds one or two older contacts with the same e-mail, perhaps in other letter case.
  private void duplicate(StoredContact right, Wanted member) {
    world.put(right);
    for (var count = 1 + random.nextInt(2); count > 0; count--) {
      var before = right.createdAt() - 1 - random.nextInt((int) YEAR.toSeconds());
      world.put(older(member).createdAt(before));
    }
  }

  /// A contact from the time before external ids: it has an e-mail and a name.
  private StoredContact older(Wanted member) {
    var email = member.shown(FieldName.EMAIL);
    var fields = new TreeMap<String, Object>();
    fields.put(EMAIL, random.nextBoolean() ? email : otherCase(email));
    if (!member.shown(FieldName.NAME).isEmpty()) {
      fields.put(StoredContact.NAME, member.shown(FieldName.NAME));
    }
    return StoredContact.user(world.newId(), fields, new TreeMap<>(), sometime(LONGEST));
  }

  private StoredContact lead(Wanted member) {
    return older(member).with(Role.LEAD).with(EXTERNAL_ID, uuid("lead", member));
  }

  private static String uuid(String kind, Wanted member) {
    var name = kind + " " + member.member().value();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private long sometime(Duration span) {
    return now.getEpochSecond() - 1 - random.nextInt((int) span.toSeconds());
  }
}
