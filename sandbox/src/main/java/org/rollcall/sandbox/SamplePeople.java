package org.rollcall.sandbox;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.SamplePerson.Position;

/// Invents people. The same seed gives the same people; a larger number only adds people at the
/// end.
final class SamplePeople {
  private static final List<String> AREA_CODES =
      List.of("202", "206", "212", "303", "312", "404", "415", "503", "602", "617", "702", "808");
  private static final List<String> OFFICES =
      List.of("PRES", "VP", "SEC", "TREAS", "AREP", "Area Representative", "SAFETY", "TRNG");
  private static final List<String> INELIGIBLE =
      List.of("Resigned", "Deceased", "Inactive", "Active");

  /// After this many eligible people comes one ineligible person.
  private static final int INELIGIBLE_EVERY = 10;

  private final long seed;

  SamplePeople(long seed) {
    this.seed = seed;
  }

  /// The requested number of eligible people, with the ineligible ones among them.
  Stream<SamplePerson> people(int eligible) {
    return IntStream.range(0, eligible).boxed().flatMap(this::group);
  }

  private Stream<SamplePerson> group(int index) {
    var member = eligible(index);
    return index % INELIGIBLE_EVERY == 3 ? Stream.of(member, ineligible(index)) : Stream.of(member);
  }

  private SamplePerson eligible(int index) {
    var random = random(2L * index);
    var retired = random.nextInt(8) == 0;
    return retired
        ? person(index * 2, random, "Retired", SamplePlaces.RETIRED)
        : person(index * 2, random, "Active", activeType(random));
  }

  private SamplePerson ineligible(int index) {
    var random = random(2L * index + 1);
    var status = INELIGIBLE.get(index / INELIGIBLE_EVERY % INELIGIBLE.size());
    var person = person(index * 2 + 1, random, status, SamplePlaces.CURRENT);
    return status.equals("Active") ? withoutEmail(person) : person;
  }

  private static int activeType(SplittableRandom random) {
    return switch (random.nextInt(40)) {
      case 0 -> SamplePlaces.EMPLOYEE;
      case 1 -> 7;
      default -> SamplePlaces.CURRENT;
    };
  }

  private static SamplePerson person(int place, SplittableRandom random, String status, int type) {
    var number = Integer.toString(9_001 + 3 * place);
    var first = pick(SampleNames.FIRST, random);
    var last = pick(SampleNames.LAST, random);
    var region = 1 + random.nextInt(SamplePlaces.REGIONS.size() - 1);
    var placed = random.nextInt(50) != 0;
    return new SamplePerson(
        number,
        first,
        last,
        email(first, last, number, random),
        phone(random),
        status,
        type,
        placed ? Integer.valueOf(random.nextInt(30) == 0 ? 10 : region) : null,
        placed ? pick(SamplePlaces.facilitiesOf(region), random) : null,
        positions(random));
  }

  private static SamplePerson withoutEmail(SamplePerson person) {
    return new SamplePerson(
        person.number(),
        person.firstName(),
        person.lastName(),
        null,
        person.phone(),
        person.status(),
        person.type(),
        person.region(),
        person.facility(),
        person.positions());
  }

  private static String email(String first, String last, String number, SplittableRandom random) {
    var local = ascii(first) + "." + ascii(last) + number;
    return (random.nextInt(10) == 0 ? local : local.toLowerCase(Locale.ROOT)) + "@example.org";
  }

  /// Usually a number of the range reserved for fiction, in several spellings; sometimes not a
  /// number.
  private static @Nullable String phone(SplittableRandom random) {
    var area = pick(AREA_CODES, random);
    var line = "01%02d".formatted(random.nextInt(100));
    return switch (random.nextInt(40)) {
      case 0, 1, 2 -> null;
      case 3 -> "555-" + line;
      case 4 -> "n/a";
      case 5, 6, 7, 8 -> "+1 %s 555 %s".formatted(area, line);
      case 9, 10, 11, 12 -> "%s.555.%s".formatted(area, line);
      case 13, 14, 15, 16 -> area + "555" + line;
      default -> "(%s) 555-%s".formatted(area, line);
    };
  }

  /// Most people have none. The others have current offices, some with an end far in the future,
  /// and offices that have ended.
  private static List<Position> positions(SplittableRandom random) {
    var positions = new ArrayList<Position>();
    if (random.nextInt(12) == 0) {
      positions.add(new Position(pick(OFFICES, random), "2023-09-01", null));
    }
    if (random.nextInt(40) == 0) {
      positions.add(new Position(pick(OFFICES, random), "2024-01-15", "2099-12-31"));
    }
    if (random.nextInt(15) == 0) {
      positions.add(new Position(pick(OFFICES, random), "2015-09-01", "2018-08-31"));
    }
    return positions;
  }

  private static String ascii(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "");
  }

  private static <T> T pick(List<T> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }

  private SplittableRandom random(long stream) {
    return new SplittableRandom(seed * 1_000_003L + stream);
  }
}
