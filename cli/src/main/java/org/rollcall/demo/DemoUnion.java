package org.rollcall.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.rollcall.model.SyncName;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxWorkspace;

/// An invented union: its roster, its workspace and its sync.
enum DemoUnion {
  /// A large one, some of whose members fail: their contacts are blocked, and this Intercom lets
  /// nobody but a person lift a block.
  CONTROLLERS(
      "Airway Controllers Union", 1, LocalTime.of(2, 30), "America/New_York", "leavers: archive"),
  /// One whose duplicates are only reported, and who deletes people from the members' table.
  PILOTS("Harbor Pilots Guild", 0.25, LocalTime.of(6, 0), "Europe/London", "duplicates: report"),
  /// A small one, which somebody has paused.
  STAGEHANDS(
      "Stagehands Local 12", 0.08, LocalTime.of(7, 15), "America/Los_Angeles", "leads: merge");

  private static final int FEWEST = 60;

  /// A night is over after so long.
  private static final Duration SETTLED = Duration.ofMinutes(30);

  private final String title;
  private final double share;
  private final LocalTime time;
  private final String zone;
  private final String choice;

  DemoUnion(String title, double share, LocalTime time, String zone, String choice) {
    this.title = title;
    this.share = share;
    this.time = time;
    this.zone = zone;
    this.choice = choice;
  }

  /// The sync's name, which its schema and its settings file have, too.
  SyncName sync() {
    return new SyncName(name().toLowerCase(Locale.ROOT));
  }

  SandboxWorkspace workspace() {
    return new SandboxWorkspace("demo-" + sync(), title, "US", "demo-" + sync());
  }

  Behaviour behaviour() {
    return this == CONTROLLERS
        ? Behaviour.DEFAULT.with(OpenQuestion.UnblockCall.MISSING)
        : Behaviour.DEFAULT;
  }

  /// The same seed gives the same people, and the same year.
  long seed() {
    return name().hashCode();
  }

  /// @param largest how many members the largest union has
  SampleRoster roster(int largest) {
    int members = Math.max(FEWEST, (int) (largest * share));
    return new SampleRoster(sync().value(), members, seed(), SampleRoster.ForeignKeys.PRESENT);
  }

  /// When its nights were, the first first.
  ///
  /// @param now the present, which none is too close to
  /// @param days how many days ago the first was
  List<Instant> nights(Instant now, int days) {
    var there = ZoneId.of(zone);
    var today = LocalDate.ofInstant(now, there);
    return today
        .minusDays(days)
        .datesUntil(today.plusDays(1))
        .map(date -> date.atTime(time).atZone(there).toInstant())
        .filter(night -> night.isBefore(now.minus(SETTLED)))
        .toList();
  }

  /// What its settings say beside those of the sample roster.
  ///
  /// @param database where the rosters are
  String settings(String database) {
    return """

    source:
      postgres:
        url: '%s'
        schema: %s
    schedule: "%d %d * * *"
    zone: %s
    %s
    """
        .formatted(database, sync(), time.getMinute(), time.getHour(), zone, choice);
  }
}
