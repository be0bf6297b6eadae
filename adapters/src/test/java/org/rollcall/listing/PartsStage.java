package org.rollcall.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.apply.Gateway;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.intercom.Wire;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Rate;
import org.rollcall.run.RunEvent;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;

/// A workspace that is large enough to be read in parts, and its reader.
final class PartsStage {
  static final Listing IN_PARTS = new Listing(150, 4);
  static final long NOW = Instant.parse("2026-11-23T08:00:00Z").getEpochSecond();

  private static final long BEGAN = Instant.parse("2017-03-01T00:00:00Z").getEpochSecond();

  final World world = World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));

  /// Each reason why the result of the parts was discarded.
  final List<String> doubts = new ArrayList<>();

  private Instant now = Instant.ofEpochSecond(NOW);

  void pass(Duration time) {
    now = now.plus(time);
  }

  Map<ContactId, Contact> read(Gateway gateway, Listing listing) throws InterruptedException {
    var contacts = new HashMap<ContactId, Contact>();
    new GatewayDirectory(gateway, listing)
        .contacts(
            () -> {
              contacts.clear();
              return contact -> assertThat(contacts.put(contact.id(), contact)).isNull();
            },
            event -> {
              if (event instanceof RunEvent.ListedAnew(var why)) {
                doubts.add(why);
              }
            });
    return contacts;
  }

  Map<ContactId, Contact> chain(Gateway gateway) throws InterruptedException {
    return read(gateway, Listing.CHAIN);
  }

  /// Adds people: some spread thinly over the years, some in bursts of a day, as imports leave
  /// them.
  void people(String prefix, int count, SplittableRandom random) {
    long burst = random.nextLong(BEGAN, NOW - 86_400);
    for (int each = 0; each < count; each++) {
      if (random.nextInt(300) == 0) {
        burst = random.nextLong(BEGAN, NOW - 86_400);
      }
      long created =
          random.nextInt(3) == 0
              ? random.nextLong(BEGAN, NOW - 3_600)
              : burst + random.nextInt(3_600);
      world.put(person(prefix + each, created));
    }
  }

  void archived(int count) {
    for (int each = 0; each < count; each++) {
      world.put(person("gone" + each, BEGAN + each * 86_400L).with(new ContactState.Archived()));
    }
  }

  static StoredContact person(String id, long created) {
    Map<String, Object> fields = new HashMap<>(Map.of("name", "Somebody " + id));
    if (id.hashCode() % 5 != 0) {
      fields.put("email", id + "@example.org");
    }
    var attributes = new TreeMap<String, @Nullable Object>(Map.of("region", "GL"));
    return StoredContact.user(id, fields, attributes, created);
  }

  SandboxIntercom sandbox(Behaviour behaviour) {
    return new SandboxIntercom(
        world, behaviour, new Rate(1_000_000, Duration.ofSeconds(1)), Faults.none(), () -> now);
  }

  static Gateway over(SandboxIntercom sandbox, String version) {
    return over(new SandboxWire(sandbox, "sandbox", version));
  }

  static Gateway over(Wire wire) {
    var fields = Set.of(People.REGION, FieldName.NAME);
    return new HttpContacts(wire, fields, () -> Instant.ofEpochSecond(NOW));
  }
}
