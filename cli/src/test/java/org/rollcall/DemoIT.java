package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as a newcomer starts it, but smaller and faster.
@Tag("slow")
class DemoIT {

  @TempDir private Path folder;

  @Test
  void the_demo_plays_a_night_finds_nothing_left_to_do_and_leaves_nothing_behind()
      throws Exception {
    var demo = demo();
    assertThat(demo.waitFor(2, TimeUnit.MINUTES)).isTrue();
    var told = told();
    assertThat(demo.exitValue()).as(told).isZero();
    assertThat(told)
        .contains("Plan for 400 members: ")
        .contains("📈 Total Members: 400")
        .contains("❌ Failed: 0")
        .contains("No changes. Intercom matches the roster.");
    assertThat(left()).isEmpty();
  }

  /// A stranger's first minutes: what happened last night, who failed and why, and taking it back.
  @Test
  void the_served_demo_has_a_past_to_look_at_and_leaves_nothing_behind() throws Exception {
    var demo = demo("demo", "--serve", "--members", "900", "--days", "40");
    try {
      var address = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
      await(() -> told().contains("Ctrl-C ends it"));
      assertThat(address.matcher(told()).results().map(MatchResult::group).distinct()).hasSize(1);
      asks(new DemoGuestClient(told()));
      demo.destroy();
      assertThat(demo.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(demo.exitValue()).as(told()).isZero();
    } finally {
      demo.destroyForcibly().waitFor();
    }
    assertThat(left()).isEmpty();
  }

  private static void asks(DemoGuestClient guest) throws Exception {
    var syncs = guest.get("/api/v1/syncs").path("items");
    assertThat(syncs.valueStream().map(each -> each.path("health").asString()))
        .containsExactly("partial", "healthy", "paused");
    assertThat(guest.get("/api/v1/syncs/controllers/runs?limit=500").path("items").size())
        .isGreaterThan(35);
    var statuses =
        Stream.of("controllers", "pilots", "stagehands")
            .flatMap(sync -> guest.statuses(sync))
            .collect(Collectors.toSet());
    assertThat(statuses).contains("succeeded", "partial", "failed", "refused", "interrupted");

    var night = syncs.get(0).path("last_run").path("run").asString();
    var failures = guest.get("/api/v1/runs/" + night + "/failures").path("items");
    assertThat(failures.get(0).path("reason").asString()).contains("blocked");
    var failed = failures.get(0).path("member").asString();
    assertThat(guest.get("/api/v1/syncs/controllers/members/" + failed).path("history").size())
        .isGreaterThan(1);
    assertThat(guest.get("/api/v1/syncs/controllers/ignored").path("ignored").size()).isOne();
    assertThat(guest.get("/api/v1/syncs/pilots/orphans").path("orphans").size()).isPositive();
    var pilots = syncs.get(1).path("last_run").path("run").asString();
    assertThat(
            guest
                .get("/api/v1/runs/" + pilots + "/notices")
                .path("items")
                .valueStream()
                .map(each -> each.path("kind").asString()))
        .contains("duplicates_left");

    var plan = guest.post("/api/v1/runs/" + night + "/undo/plans");
    assertThat(plan.path("counts").path("update").asInt()).isPositive();
    assertThat(
            guest
                .post("/api/v1/plans/" + plan.path("digest").asString() + "/approve")
                .path("command")
                .asString())
        .isEqualTo("undo");
  }

  private Process demo() throws IOException {
    return demo("demo", "--members", "400", "--rate", "1667/10s");
  }

  private Process demo(String... arguments) throws IOException {
    return new ProcessBuilder(
            PackagedProgram.command(
                List.of("-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("temporary"))),
                arguments))
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  private String told() {
    try {
      return Files.readString(folder.resolve("out.txt"));
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("did not come to pass within a minute").isLessThan(until);
      Thread.sleep(100);
    }
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("temporary"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("rollcall"))
          .toList();
    }
  }
}
