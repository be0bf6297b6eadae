package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.mapping.Projected.Ready;
import org.rollcall.mapping.Projected.Skipped;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;
import org.rollcall.model.Wish;

/// Properties of the projection for all members, however odd the row.
class ProjectionLawsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final Projection PROJECTION = Profiles.named();
  private static final int SEEDS = 3_000;

  private static final @Nullable Object[] ODDITIES = {
    null,
    "",
    "  ",
    "Retired",
    "Active",
    "a@example.org",
    "A B@example.org",
    "2025550123",
    "😀".repeat(200),
    "x, ".repeat(120),
    "\u0000\n\u200b",
    "\uD83D",
    "עדה",
    7L,
    new BigInteger("99999999999999999999"),
    new BigDecimal("12.50"),
    true,
    List.of(),
    List.of(List.of(), "x"),
    Map.of(),
    Map.of("code", "GL", "type_name", "Current Member"),
    Map.of("code", List.of()),
    List.of(Map.of("positiontype", "PRES"), Map.of("positiontype", 9L), Map.of())
  };

  @Tag("scale")
  @Test
  void every_row_makes_a_contact_or_a_reason_and_nothing_else() {
    for (long seed = 0; seed < SEEDS; seed++) {
      switch (PROJECTION.project(odd(seed).member(), TODAY)) {
        case Ready ready -> checkReady(seed, ready);
        case Skipped skipped -> assertThat(skipped.reason()).as("seed %d", seed).endsWith(".");
      }
    }
  }

  private static void checkReady(long seed, Ready ready) {
    var wanted = ready.wanted();
    assertThat(wanted.fields()).as("seed %d", seed).hasSize(9);
    assertThat(wanted.shown(FieldName.ROLE)).as("seed %d", seed).isEqualTo("user");
    assertThat(wanted.shown(FieldName.EMAIL)).as("seed %d", seed).contains("@").doesNotContain(" ");
    assertThat(wanted.shown(FieldName.EXTERNAL_ID)).as("seed %d", seed).isNotBlank();
    wanted
        .fields()
        .forEach((field, wish) -> {
          if (wish instanceof Wish.Put(Value.Text(var text))) {
            assertThat(text.length()).as("seed %d, %s", seed, field).isBetween(1, 255);
          }
        });
    for (var warning : wanted.warnings()) {
      assertThat(warning).as("seed %d", seed).endsWith(".").doesNotContain("555", "example");
    }
  }

  @Tag("scale")
  @Test
  void the_same_row_makes_the_same_contact_on_any_thread() throws Exception {
    var alone = LongStream.range(0, SEEDS).mapToObj(ProjectionLawsTest::projected).toList();
    var tasks = new ArrayList<Callable<Projected>>();
    LongStream.range(0, SEEDS).forEach(seed -> tasks.add(() -> projected(seed)));

    var together = new ArrayList<Projected>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var future : executor.invokeAll(tasks)) {
        together.add(future.get());
      }
    }

    assertThat(together).isEqualTo(alone);
  }

  @Test
  void the_order_of_rows_does_not_matter() {
    var codes = new ArrayList<>(List.of("PRES", "AREP", "ZZ", "SEC", "Area Representative", "A"));
    var ordered = shown(codes);
    for (int seed = 0; seed < 100; seed++) {
      Collections.shuffle(codes, new java.util.Random(seed));

      assertThat(shown(codes)).as("seed %d", seed).isEqualTo(ordered);
    }
  }

  private static String shown(List<String> codes) {
    var member = Person.ordinary().holding(codes.toArray(String[]::new)).member();
    return ((Ready) PROJECTION.project(member, TODAY))
        .wanted()
        .shown(FieldName.attribute("positions"));
  }

  private static Projected projected(long seed) {
    return PROJECTION.project(odd(seed).member(), TODAY);
  }

  /// An ordinary member with odd values in some columns.
  private static Person odd(long seed) {
    var random = new SplittableRandom(seed);
    var person = Person.ordinary();
    for (var column :
        List.of(
            "membernumber",
            "firstname",
            "lastname",
            "email",
            "phone",
            "status",
            "membertypeid",
            "region",
            "facility",
            "type",
            "positions")) {
      if (random.nextInt(3) == 0) {
        person.with(column, ODDITIES[random.nextInt(ODDITIES.length)]);
      }
    }
    return person;
  }
}
