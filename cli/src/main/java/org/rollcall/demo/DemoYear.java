package org.rollcall.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.rollcall.app.EndedRun;
import org.rollcall.model.FieldName;
import org.rollcall.model.Starter;
import org.rollcall.model.Target;
import org.rollcall.model.Trigger;
import org.rollcall.plan.Difference;
import org.rollcall.run.Report;

/// The invented nights of one union: most are quiet, a few are not. It is told backwards, so that
/// it ends in what the contacts hold now. The same union has the same year.
final class DemoYear {
  private static final Starter NIGHTLY = new Starter("rollcall", "cron-1", Trigger.SCHEDULE);
  private static final Starter BY_HAND = new Starter("ops", "office-1", Trigger.COMMAND_LINE);
  private static final FieldName REGION = FieldName.attribute("region");

  private static final String MISTYPED = "+12025550100";

  private static final Duration MORNING = Duration.ofHours(6);
  private static final int QUIET_PERCENT = 55;
  private static final int MEMBERS_A_TROUBLE = 400;

  private final DemoUnion union;
  private final Target target;
  private final Membership members;
  private final List<Instant> nights;
  private final SplittableRandom random;
  private final MemberPast past;
  private final List<Trouble> troubles;
  private final List<EndedRun> backwards = new ArrayList<>();

  /// @param nights when the schedule had them, the first first
  DemoYear(DemoUnion union, Target target, Membership members, List<Instant> nights) {
    this.union = union;
    this.target = target;
    this.members = members;
    this.nights = List.copyOf(nights);
    this.random = new SplittableRandom(union.seed());
    this.past = new MemberPast(members.members(), random);
    this.troubles = troubles();
  }

  private List<Trouble> troubles() {
    return IntStream.range(0, 2 + members.members().size() / MEMBERS_A_TROUBLE)
        .mapToObj(_ -> {
          int from = 1 + random.nextInt(Math.max(1, nights.size() - 1));
          int to = Math.min(nights.size() - 1, from + random.nextInt(20));
          return new Trouble(from, to, random.nextInt(members.joined(0, nights.size())));
        })
        .toList();
  }

  /// All runs, the first first.
  List<EndedRun> runs() {
    for (int night = nights.size() - 1; night >= 0; night--) {
      tell(night);
    }
    return backwards.reversed();
  }

  private void tell(int night) {
    var at = nights.get(night);
    var turn = Turn.of(union, night, nights.size());
    switch (turn) {
      case FIRST_LOAD -> add(firstLoad().carriedOut(run("sync", BY_HAND, at.plus(MORNING))));
      case USUAL -> add(usual(night).carriedOut(run("sync", NIGHTLY, at)));
      case OUTAGE -> add(outage(at));
      case NO_ROSTER -> add(noRoster(at));
      case SHRUNK -> {
        add(usual(night).carriedOut(run("sync", BY_HAND, at.plus(MORNING))));
        add(shrunk(night, at));
      }
      case NEW_MAPPING -> {
        var renamed = renamed(night);
        add(renamed.carriedOut(run("sync", BY_HAND, at.plus(MORNING))));
        add(newMapping(renamed, night, at));
      }
      case TAKEN_BACK -> takenBack(night, at);
      case RESTARTED -> {
        var rest = usual(night);
        add(rest.carriedOut(run("sync", NIGHTLY, at.plusSeconds(240))));
        add(
            run("sync", NIGHTLY, at)
                .admitted()
                .planned(rest.plan())
                .ended(Report.Status.INTERRUPTED, Optional.empty()));
      }
    }
  }

  /// A number was mistyped in the roster. At noon it was taken back.
  private void takenBack(int night, Instant at) {
    var member = members.member(members.members().size() / 2);
    var right = past.holds(member, FieldName.PHONE);
    var undone = new InventedNight(members, 1);
    undone.restore(member, List.of(past.changed(member, FieldName.PHONE, MISTYPED)));
    add(undone.carriedOut(run("undo", BY_HAND, at.plus(MORNING))));
    var rest = usual(night);
    rest.update(member, List.of(past.changed(member, FieldName.PHONE, right)));
    add(rest.carriedOut(run("sync", NIGHTLY, at)));
  }

  private void add(EndedRun run) {
    backwards.add(run);
  }

  private InventedRun run(String command, Starter starter, Instant at) {
    return new InventedRun(
        union.sync(), target, command, starter, at.plusSeconds(1), random.nextInt());
  }

  private InventedNight firstLoad() {
    var night = new InventedNight(members, joined(0));
    members.members().subList(0, joined(0)).forEach(each -> night.create(each, past.made(each)));
    return night;
  }

  private InventedNight usual(int number) {
    var night = new InventedNight(members, joined(number));
    members
        .members()
        .subList(joined(number - 1), joined(number))
        .forEach(each -> night.create(each, past.made(each)));
    changing(number)
        .forEach(place -> {
          var member = members.member(place);
          night.update(member, past.changed(member));
        });
    troubles.forEach(each -> trouble(each, number, night));
    return night;
  }

  /// Who failed changes once it is over: what was to be written is written then.
  private void trouble(Trouble trouble, int number, InventedNight night) {
    var member = members.member(trouble.place());
    if (trouble.to() + 1 == number) {
      night.recover(member);
    } else if (trouble.isOn(number)) {
      var phone = new Difference(FieldName.PHONE, "", past.holds(member, FieldName.PHONE));
      night.fail(
          member,
          List.of(phone),
          trouble.result(member, members.contact(member)),
          trouble.from() == number);
    }
  }

  /// The places of members whom the roster has changed: none in most nights, and many on the first
  /// of a month, when offices change hands.
  private List<Integer> changing(int night) {
    int size = members.members().size();
    int first = nights.get(night).atZone(ZoneOffset.UTC).getDayOfMonth();
    int count =
        first == 1
            ? size / 40
            : random.nextInt(100) < QUIET_PERCENT ? 0 : 1 + random.nextInt(1 + size / 300);
    return random
        .ints(count, 0, joined(night - 1))
        .distinct()
        .boxed()
        .filter(place -> troubles.stream().noneMatch(each -> each.place() == place))
        .toList();
  }

  private int joined(int night) {
    return members.joined(night, nights.size());
  }

  private EndedRun outage(Instant at) {
    return run("sync", NIGHTLY, at)
        .waited(Duration.ofMinutes(10))
        .ended(
            Report.Status.FAILED,
            Optional.of("Intercom could not be reached: the connection timed out."));
  }

  private EndedRun noRoster(Instant at) {
    return run("sync", NIGHTLY, at)
        .admitted()
        .waited(Duration.ofSeconds(7))
        .ended(
            Report.Status.FAILED,
            Optional.of(
                "members could not be read in 7 s, the first time because the connection was refused. Without the whole roster the run cannot go on; run again later, or give the source more time with source.patience."));
  }

  private EndedRun shrunk(int night, Instant at) {
    int whole = joined(night);
    int left = whole * 3 / 5;
    return run("sync", NIGHTLY, at)
        .admitted()
        .planned(new InventedNight(members, left).plan())
        .ended(
            Report.Status.REFUSED,
            Optional.of(
                "The roster has shrunk from %d to %d members, compared with the best of the last good runs; safeguard.shrink (20 %%) allows %d to be missing. Check that the members' table is whole. Look at `rollcall plan`. If it is right, run `rollcall sync --force` or raise the limits under `safeguard:` in the settings."
                    .formatted(whole, left, whole / 5)));
  }

  /// The name of each region gave way to its code.
  private InventedNight renamed(int number) {
    var night = new InventedNight(members, joined(number));
    members
        .members()
        .subList(0, joined(number - 1))
        .forEach(each -> {
          var code = past.holds(each, REGION);
          if (!code.isEmpty()) {
            night.update(each, List.of(past.changed(each, REGION, code + " Region")));
          }
        });
    return night;
  }

  private EndedRun newMapping(InventedNight refused, int night, Instant at) {
    var plan = refused.plan();
    return run("sync", NIGHTLY, at)
        .admitted()
        .planned(plan)
        .ended(
            Report.Status.REFUSED,
            Optional.of(
                "The plan would update %d of %d contacts; safeguard.updates (50 %%) allows %d. The mapping has changed since the last good run: %s is made in another way. Look at `rollcall plan`. If the new mapping is what you want, run `rollcall sync --accept-mapping-change`, once."
                    .formatted(plan.counts().update(), joined(night), joined(night) / 2, REGION)));
  }
}
