package org.rollcall.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.listing.Listing;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Role;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredAttribute;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;

/// A small roster and a workspace that has been through everything: the same seed makes the same.
final class RandomWorld {
  static final FieldName REGION = FieldName.attribute("region");
  static final FieldName POSITIONS = FieldName.attribute("positions");

  /// Mostly the contacts that are not active can be listed.
  private static final OpenQuestion[] WHERE_LISTED = {
    OpenQuestion.HiddenList.EVERYWHERE,
    OpenQuestion.HiddenList.MISSING,
    OpenQuestion.HiddenList.EVERYWHERE,
    OpenQuestion.HiddenList.NOT_ALLOWED
  };

  /// Looks like a member's number, and is nobody's.
  static final String ORPHAN = "99";

  private static final List<String> REGIONS = List.of("GL", "NGL", "SO", "");
  private static final List<String> PHONES =
      List.of("+12025550101", "+12025550102", "+12025550103", "");

  /// The eligible members as they should be, in the roster's order.
  final List<Wanted> wanted = new ArrayList<>();

  /// The numbers of all members, eligible or not.
  final TreeSet<MemberId> everybody = new TreeSet<>();

  final World world =
      World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region", "positions"));
  final Behaviour behaviour;
  final Policy policy;

  /// Whether the nights read the contacts that are not active.
  final Listing.Hidden hidden;

  /// Whether contacts carry their members' numbers with a mark that nobody sees.
  private final boolean marked;

  private final Random random;
  private final List<String> emails = new ArrayList<>();

  RandomWorld(long seed) {
    this.random = new Random(seed);
    this.marked = seed % 6 == 5;
    if (seed % 4 == 1) {
      list();
    }
    this.hidden = seed % 3 == 0 ? Listing.Hidden.DISCOVER : Listing.Hidden.AUTO;
    this.behaviour =
        randomBehaviour()
            .with(nth(seed / 3, WHERE_LISTED), nth(seed / 12, OpenQuestion.HiddenStatus.values()));
    int members = 1 + random.nextInt(8);
    for (int number = 0; number < members; number++) {
      wanted.add(member(number));
    }
    for (int number = 0; number < random.nextInt(3); number++) {
      everybody.add(new MemberId("9" + number));
    }
    wanted.forEach(this::contactsOf);
    strangers();
    if (seed % 5 == 2) {
      orphan();
    }
    this.policy = randomPolicy(seed);
  }

  /// Makes the regions a list that lacks one which members have.
  private void list() {
    world.define(
        new StoredAttribute(
            1,
            REGION.simpleName(),
            "string",
            List.of("GL", "NGL", "XX", "Gone"),
            false,
            true,
            "",
            0));
  }

  /// Mostly the usual one.
  private Policy randomPolicy(long seed) {
    return random.nextInt(3) != 0
        ? Policy.DEFAULT
        : new Policy(
            pick(List.of(Policy.Duplicates.values())),
            pick(List.of(Policy.Leads.values())),
            unknownExternalId(seed),
            new Leavers.Ignore());
  }

  private Policy.UnknownExternalId unknownExternalId(long seed) {
    return random.nextInt(2) == 1
        ? new Policy.UnknownExternalId.Report()
        : seed % 2 == 0
            ? new Policy.UnknownExternalId.AdoptAny()
            : Policy.UnknownExternalId.Adopt.UUIDS;
  }

  /// Bulk is a matter of [BulkLawsTest], which makes its own choices.
  private Behaviour randomBehaviour() {
    var behaviour = Behaviour.DEFAULT;
    for (var choice : OpenQuestion.all()) {
      if (!isOfBulk(choice) && !isOfLists(choice) && random.nextInt(4) == 0) {
        behaviour = behaviour.with(choice);
      }
    }
    return behaviour;
  }

  /// The seed chooses where lists are, so that each way of them meets all others.
  private static boolean isOfLists(OpenQuestion choice) {
    return choice instanceof OpenQuestion.HiddenList
        || choice instanceof OpenQuestion.HiddenStatus
        || choice instanceof OpenQuestion.NextPage
        || choice instanceof OpenQuestion.ActivityList;
  }

  private static OpenQuestion nth(long number, OpenQuestion[] answers) {
    return answers[Math.floorMod(number, answers.length)];
  }

  static boolean isOfBulk(OpenQuestion choice) {
    return choice.question().startsWith("bulk_");
  }

  private Wanted member(int number) {
    var id = new MemberId("1" + number);
    everybody.add(id);
    var email =
        !emails.isEmpty() && random.nextInt(6) == 0 ? pick(emails) : "m" + number + "@example.org";
    emails.add(email);
    var fields = new TreeMap<FieldName, Wish>();
    fields.put(FieldName.ROLE, put("user"));
    fields.put(FieldName.EXTERNAL_ID, put(id.value()));
    fields.put(FieldName.EMAIL, new Wish.Put(new Value.Email(cased(email))));
    fields.put(FieldName.NAME, put("Member " + number));
    fields.put(FieldName.PHONE, phone());
    fields.put(REGION, attribute(pick(REGIONS)));
    fields.put(POSITIONS, attribute(random.nextInt(3) == 0 ? "President, Secretary" : ""));
    return new Wanted(id, fields, List.of());
  }

  private Wish phone() {
    if (random.nextInt(8) == 0) {
      return put("12345");
    }
    var number = pick(PHONES);
    return number.isEmpty() ? new Wish.Leave() : put(number);
  }

  private static Wish attribute(String text) {
    return text.isEmpty() ? new Wish.Clear() : put(text);
  }

  private static Wish put(String text) {
    return new Wish.Put(new Value.Text(text));
  }

  private void contactsOf(Wanted member) {
    if (random.nextInt(4) != 0) {
      own(member);
    }
    for (int more = random.nextInt(3); more > 0 && random.nextBoolean(); more--) {
      beside(member);
    }
  }

  private void own(Wanted member) {
    var id = member.member().value();
    var contact = contact(Role.USER, marked ? id + "\u200e" : id, ownEmail(member));
    switch (random.nextInt(9)) {
      case 0 -> world.put(contact.with(new ContactState.Archived()));
      case 1 -> world.put(contact.with(new ContactState.Blocked()));
      case 2 -> world.put(contact.with(new ContactState.Doomed()));
      case 3 -> world.put(contact.with(new ContactState.Merged(survivor(member))));
      case 4, 5 -> world.put(right(contact, member));
      default -> world.put(contact);
    }
  }

  /// Where a merge led: a contact of nobody's with the member's address, or of somebody else.
  private String survivor(Wanted member) {
    var into =
        contact(Role.USER, random.nextBoolean() ? "" : "9" + random.nextInt(3), email(member));
    world.put(into);
    return into.id();
  }

  private void beside(Wanted member) {
    var email = email(member);
    var contact =
        switch (random.nextInt(5)) {
          case 0 -> contact(Role.LEAD, uuid(), email);
          case 1 -> contact(Role.USER, uuid(), email);
          case 2 -> contact(Role.USER, "9" + random.nextInt(3), email);
          default -> contact(Role.USER, "", email);
        };
    switch (random.nextInt(6)) {
      case 0 -> world.put(contact.with(new ContactState.Archived()));
      case 1 -> world.put(contact.with(new ContactState.Blocked()));
      default -> world.put(contact);
    }
  }

  private void strangers() {
    for (int number = random.nextInt(4); number > 0; number--) {
      var contact =
          contact(pick(List.of(Role.values())), uuid(), "staff" + number + "@example.com");
      world.put(random.nextInt(4) == 0 ? contact.with(new ContactState.Archived()) : contact);
    }
  }

  /// Somebody who was deleted from the members' table.
  private void orphan() {
    Map<String, Object> fields =
        Map.of("external_id", ORPHAN, "email", "gone@example.org", "name", "Somebody Gone");
    world.put(StoredContact.user(world.newId(), fields, Map.of(), 1_600_000_000L));
  }

  /// Whether the roster is large enough for telling what its numbers look like.
  boolean knowsOrphans() {
    return everybody.size() >= 3;
  }

  private StoredContact right(StoredContact contact, Wanted member) {
    var right = contact;
    for (var each : member.fields().entrySet()) {
      var field = each.getKey();
      if (field.equals(FieldName.ROLE) || each.getValue() instanceof Wish.Leave) {
        continue;
      }
      @Nullable String text = each.getValue() instanceof Wish.Put(var value) ? value.shown() : null;
      right =
          field.isAttribute()
              ? right.withAttribute(field.simpleName(), text)
              : right.with(field.value(), text);
    }
    return right;
  }

  private StoredContact contact(Role role, String externalId, String email) {
    Map<String, Object> fields = new HashMap<>();
    if (!externalId.isEmpty() && !isTaken(externalId)) {
      fields.put("external_id", externalId);
    }
    if (!email.isEmpty()) {
      fields.put("email", email);
    }
    fields.put("name", "Somebody " + random.nextInt(100));
    Map<String, @Nullable Object> attributes = new HashMap<>();
    if (random.nextBoolean()) {
      attributes.put("region", pick(List.of("GL", "XX")));
    }
    long created = 1_600_000_000L + random.nextInt(5);
    return StoredContact.user(world.newId(), fields, attributes, created).with(role);
  }

  /// Intercom keeps external ids unique among users, archived ones too.
  private boolean isTaken(String externalId) {
    return !world.withExternalId(externalId).isEmpty();
  }

  private String ownEmail(Wanted member) {
    return switch (random.nextInt(5)) {
      case 0 -> "old" + member.member() + "@example.org";
      case 1 -> pick(emails);
      case 2 -> "";
      default -> email(member);
    };
  }

  private String email(Wanted member) {
    return cased(member.emailKey());
  }

  private String cased(String email) {
    return random.nextInt(5) == 0 ? email.toUpperCase(Locale.ROOT) : email;
  }

  private String uuid() {
    return "%08x-0000-4000-8000-%012x".formatted(random.nextInt(), random.nextInt(1 << 30));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
