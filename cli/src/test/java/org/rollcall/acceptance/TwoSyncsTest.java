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
    return stage
        .settings("")
        .replaceFirst(
            "(?m)^intercom:\n",
            "intercom:\n  token: %s\n  api_url: %s\n".formatted(side.id(), side.server().uri()));
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
            selection, new RunRequest.Everybody(OptionalInt.empty(), OptionalInt.empty(), false));
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
    for (var each : List.of(north, south)) {
      until(() -> each.heard().getLast().event() instanceof RunEvent.Finished);
      var name = each == north ? "north" : "south";
      assertThat(each.heard()).extracting(EventEnvelope::run).containsOnly(each.run().id());
      assertThat(each.heard()).extracting(EventEnvelope::sync).containsOnly(new SyncName(name));
      assertThat(each.heard())
          .filteredOn(event -> event.event() instanceof RunEvent.Settled)
          .hasSize(200)
          .allMatch(event -> event.target().isPresent());
      var workspace = each == north ? "workspace-a" : "workspace-b";
      assertThat(each.heard())
          .filteredOn(event -> event.target().isPresent())
          .allMatch(event -> event.target().get().workspace().id().equals(workspace));
    }
    assertThat(stage.a.world().contacts()).hasSize(200);
    assertThat(stage.b.world().contacts()).hasSize(200);
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
