package org.rollcall.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.rollcall.doctor.CodesCheck;
import org.rollcall.doctor.Finding;
import org.rollcall.draft.CodeTally;
import org.rollcall.draft.NamedCode;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Stop;

/// What the doctor finds of the codes in the roster. It reads the roster, and Intercom's list where
/// a code has a name that could differ from what is there.
final class CodesCheckup {
  /// More members than that are not read: somebody waits.
  private static final int MEMBERS = 50_000;

  /// How long the list is read. What was read until then tells enough of what most contacts hold.
  private static final Duration LISTING = Duration.ofSeconds(20);

  private final NamedSync sync;
  private final TokenTurns turns;
  private final InstantSource clock;
  private final Sleep sleep = new Sleep(Stop.never());

  CodesCheckup(NamedSync sync, TokenTurns turns, InstantSource clock) {
    this.sync = sync;
    this.turns = turns;
    this.clock = clock;
  }

  /// @param codes the codes of each vocabulary
  record Counted(List<Finding> findings, List<NamedCode> codes) {}

  /// Ends the reading of a list that takes too long.
  private static final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Counted counted() throws InterruptedException {
    var vocabularies = sync.definition().settings().mapping().vocabularies();
    if (vocabularies.isEmpty()) {
      return new Counted(List.of(), List.of());
    }
    var codes = new RosterCodes(sync.definition().settings(), sleep, clock);
    try {
      var tally = codes.read(OptionalInt.of(MEMBERS), _ -> {});
      if (vocabularies.values().stream().anyMatch(each -> !each.names().isEmpty())) {
        compare(codes, tally);
      }
      return judged(tally);
    } catch (RunStopped stopped) {
      return new Counted(
          List.of(CodesCheck.uncounted(String.valueOf(stopped.getMessage()))), List.of());
    }
  }

  private void compare(RosterCodes codes, CodeTally tally) throws InterruptedException {
    long end = System.nanoTime() + LISTING.toNanos();
    try (var client = sync.client(turns, clock, sleep, CallMeter.NONE, _ -> {})) {
      codes.ask(
          RosterCodes.directory(client),
          tally,
          _ -> {
            if (System.nanoTime() - end > 0) {
              throw new OutOfTime();
            }
          });
    } catch (OutOfTime _) {
      // Those that were read stand for all.
    }
  }

  private Counted judged(CodeTally tally) {
    var findings = new ArrayList<Finding>();
    var all = new ArrayList<NamedCode>();
    var vocabularies = sync.definition().settings().mapping().vocabularies();
    tally
        .uses()
        .forEach((name, uses) -> {
          var vocabulary = vocabularies.get(name);
          if (vocabulary != null) {
            var codes = NamedCode.of(vocabulary, uses);
            all.addAll(codes);
            findings.addAll(CodesCheck.of(name, codes));
          }
        });
    return new Counted(findings, all);
  }
}
