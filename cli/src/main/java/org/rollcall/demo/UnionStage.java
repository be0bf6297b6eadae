package org.rollcall.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.app.NamedSync;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Rate;
import org.rollcall.model.Wanted;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.LivedInWorkspace;
import org.rollcall.sandbox.RosterNews;
import org.rollcall.sandbox.SamplePostgres;
import org.rollcall.sandbox.SampleSettings;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.World;
import org.rollcall.settings.SettingsText;

/// One union of the demo: its roster in PostgreSQL and its workspace in a stand-in Intercom. For
/// one thread while the past is made, and for many afterwards.
final class UnionStage implements AutoCloseable {
  private static final Rate RATE = new Rate(1_667, Duration.ofSeconds(10));

  /// The shortest time that the real Intercom takes for an answer.
  private static final Duration LATENCY = Duration.ofMillis(20);

  private final DemoUnion union;
  private final SamplePostgres postgres;
  private final DemoClock clock;
  private final World world;
  private final SandboxServer intercom;
  private int days;

  private UnionStage(DemoUnion union, SamplePostgres postgres, DemoClock clock) {
    this.union = union;
    this.postgres = postgres;
    this.clock = clock;
    this.world = World.withAttributes(union.workspace(), List.of());
    this.intercom =
        SandboxServer.start(
            new SandboxIntercom(world, union.behaviour(), RATE, Faults.none(), clock), 0, LATENCY);
  }

  /// Loads the roster, and starts an empty workspace.
  ///
  /// @param largest how many members the largest union has
  static UnionStage open(DemoUnion union, int largest, SamplePostgres postgres, DemoClock clock)
      throws SQLException {
    try (var connection = postgres.connect("postgres")) {
      union.roster(largest).load(connection);
    }
    return new UnionStage(union, postgres, clock);
  }

  DemoUnion union() {
    return union;
  }

  /// The union's settings file.
  String settings() {
    return SampleSettings.of(intercom.uri(), union.workspace().token())
            .replaceFirst("(?m)^  rate: \\S+", "  rate: " + RATE)
        + union.settings(postgres.url());
  }

  /// Fills the workspace as years of use would leave it.
  ///
  /// @param until which is the present there
  Membership live(Instant until) throws InterruptedException {
    clock.set(until);
    var settings = new SettingsText(union.sync() + ".yaml", settings());
    var wanted = List.copyOf(NamedSync.alone(settings, Map.of()).members(clock).wanted());
    LivedInWorkspace.fill(world, wanted, clock.instant(), union.seed());
    return new Membership(wanted, contacts(wanted));
  }

  private Map<MemberId, ContactId> contacts(List<Wanted> wanted) {
    var contacts = new HashMap<MemberId, ContactId>();
    for (var each : wanted) {
      world.withExternalId(each.member().value()).stream()
          .findFirst()
          .ifPresent(found -> contacts.put(each.member(), new ContactId(found.id())));
    }
    return contacts;
  }

  /// The next night: what has happened in the meantime is in the roster, and somebody has blocked
  /// one more contact of the controllers.
  void passTo(Instant night) throws SQLException {
    clock.set(night);
    if (days > 0) {
      try (var connection = postgres.connect("postgres")) {
        new RosterNews(union.sync().value()).pass(connection, days);
      }
      if (union == DemoUnion.CONTROLLERS) {
        blockOne();
      }
    }
    days++;
  }

  private void blockOne() {
    var active = world.contacts().stream().filter(each -> each.isActive() && each.isUser());
    active
        .filter(each -> each.externalId().filter(id -> id.matches("\\d+")).isPresent())
        .skip(days * 7L)
        .findFirst()
        .ifPresent(each -> world.put(each.with(new ContactState.Blocked())));
  }

  @Override
  public void close() {
    intercom.close();
  }
}
