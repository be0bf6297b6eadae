package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.app.App;
import org.rollcall.app.RunHandle;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Selection;
import org.rollcall.model.SyncName;
import org.rollcall.run.EventEnvelope;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.sandbox.Behaviour;

/// Two runs of two syncs at once, in one process, from one settings file and into one store.
@Tag("slow")
class TwoSyncsTest {
  @TempDir private Path folder;
  private TwoWorkspaces stage;
  private App app;

  @BeforeEach
  void open() throws Exception {
    stage = new TwoWorkspaces(200, folder, Behaviour.DEFAULT);
    stage.write("rollcall.yaml", "syncs: { north: north.yaml, south: south.yaml }\n");
    stage.write("north.yaml", sync(stage.a));
    stage.write("south.yaml", sync(stage.b));
    app =
        new App(
            new HashMap<>(Map.of("DATABASE_URL", stage.roster.url())),
            folder,
            InstantSource.system());
  }

  private String sync(TwoWorkspaces.Side side) {
    return stage.settings("", side.id(), side.server().uri().toString());
  }

  @AfterEach
  void close() {
    app.close();
    stage.close();
  }

  private record Followed(RunHandle run, List<EventEnvelope> heard) {
    Report ended() throws InterruptedException {
      return run.await();
    }
  }

  private Followed begin(String name) {
    var selection =
        new Selection(Optional.empty(), Optional.empty(), Optional.of(new SyncName(name)));
    var run =
        app.start(
            selection,
            new RunRequest.Everybody(
                OptionalInt.empty(), OptionalInt.empty(), RunRequest.Overrides.NONE));
    var heard = new CopyOnWriteArrayList<EventEnvelope>();
    run.events().follow(0, heard::add);
    return new Followed(run, heard);
  }

  @Test
  void nothing_of_the_one_is_heard_or_written_in_the_other() throws Exception {
    var north = begin("north");
    var south = begin("south");
    assertThat(north.ended().totals().created()).isEqualTo(200);
    assertThat(south.ended().totals().created()).isEqualTo(200);
    assertOwn(north, "north", "workspace-a");
    assertOwn(south, "south", "workspace-b");
    assertThat(stage.a.world().contacts()).hasSize(200);
    assertThat(stage.b.world().contacts()).hasSize(200);
  }

  private static void assertOwn(Followed run, String name, String workspace)
      throws InterruptedException {
    until(() -> run.heard().getLast().event() instanceof RunEvent.Finished);
    assertThat(run.heard()).extracting(EventEnvelope::run).containsOnly(run.run().id());
    assertThat(run.heard()).extracting(EventEnvelope::sync).containsOnly(new SyncName(name));
    assertThat(run.heard())
        .filteredOn(each -> each.event() instanceof RunEvent.Settled)
        .hasSize(200);
    assertThat(run.heard())
        .filteredOn(each -> each.target().isPresent())
        .hasSizeGreaterThan(200)
        .allMatch(each -> each.target().get().workspace().id().equals(workspace));
  }

  @Test
  void each_has_a_log_and_a_privacy_of_its_own() throws Exception {
    stage.roster.execute("update members set email = 'no address' where status = 'Retired'");
    var south =
        Thread.ofVirtual()
            .start(() ->
                stage.rollcall(
                    Map.of("DATABASE_URL", stage.roster.url()),
                    folder,
                    "sync",
                    "--sync",
                    "south",
                    "--verbose",
                    "--privacy",
                    "show",
                    "--log-file",
                    folder.resolve("south.log").toString()));
    var north =
        stage.rollcall(
            Map.of("DATABASE_URL", stage.roster.url()),
            folder,
            "sync",
            "--sync",
            "north",
            "--verbose",
            "--log-file",
            folder.resolve("north.log").toString());
    south.join();
    assertThat(north.code()).as(north.err()).isZero();
    assertThat(folder.resolve("north.log"))
        .content()
        .contains("workspace-a", "200/200 members synced")
        .doesNotContain("workspace-b");
    assertThat(folder.resolve("south.log"))
        .content()
        .contains("workspace-b", "200/200 members synced")
        .doesNotContain("workspace-a");
    assertThat(folder.resolve("south.log")).content().contains("no address");
    assertThat(folder.resolve("north.log")).content().doesNotContain("no address (");
  }

  @Test
  void one_is_stopped_and_the_other_goes_on() throws Exception {
    var north = begin("north");
    var south = begin("south");
    north.run().stop().ask();
    assertThat(north.run().await().status()).isEqualTo(Report.Status.INTERRUPTED);
    assertThat(south.ended().status()).isEqualTo(Report.Status.SUCCEEDED);
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (int tries = 0; tries < 600 && !condition.getAsBoolean(); tries++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
