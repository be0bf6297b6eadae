package org.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.rollcall.model.Role;

/// People in a workspace who are not on the roster. A run must not change them.
final class Strangers {
  private static final double SHARE = 0.01;
  private static final int FEWEST = 6;
  private static final Duration SPAN = Duration.ofDays(3 * 365);

  private final World world;
  private final Instant now;
  private final Random random;

  Strangers(World world, Instant now, Random random) {
    this.world = world;
    this.now = now;
    this.random = random;
  }

  /// Adds as many people as suits a roster of that size.
  void settle(int members) {
    var count = Math.max(FEWEST, (int) Math.round(members * SHARE));
    for (var number = 1; number <= count; number++) {
      world.put(stranger(number));
    }
  }

  private StoredContact stranger(int number) {
    return switch (number % FEWEST) {
      case 0 -> user("staff-" + number, "staff" + number + "@staff.example.com", "Staff");
      case 1 -> visitor(number).with(Role.LEAD);
      case 2 -> visitor(number).with(Role.LEAD).with(StoredContact.EMAIL, null);
      case 3 -> visitor(number);
      case 4 -> visitor(number).with(new ContactState.Archived());
      default -> user("vendor:" + number, "Sales" + number + "@Vendor.example.com", "Vendor");
    };
  }

  private StoredContact user(String externalId, String email, String name) {
    var fields =
        Map.<String, Object>of(
            StoredContact.EXTERNAL_ID, externalId,
            StoredContact.EMAIL, email,
            StoredContact.NAME, name);
    return StoredContact.user(world.newId(), fields, new TreeMap<>(), sometime());
  }

  /// A person who left an e-mail address on the website.
  private StoredContact visitor(int number) {
    var fields =
        Map.<String, Object>of(
            StoredContact.EMAIL, "visitor" + number + "@example.com",
            StoredContact.NAME, "Visitor " + number);
    return StoredContact.user(world.newId(), fields, new TreeMap<>(), sometime());
  }

  private long sometime() {
    return now.getEpochSecond() - 1 - random.nextInt((int) SPAN.toSeconds());
  }
}
