package org.rollcall.app;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.rollcall.bulk.BulkStep;
import org.rollcall.model.MemberId;
import org.rollcall.model.Rate;
import org.rollcall.model.Target;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Safeguard;
import org.rollcall.review.Explanation;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.PlanCost;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.run.SerializedListener;
import org.rollcall.run.Stop;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Pace;
import org.rollcall.store.StoreTrouble;

/// Shows what a run would do. Reads both sides, knows what a run would know, and writes nothing.
/// For many threads.
public final class Previews {
  private static final String NO_NUMBERS =
      "Nobody can be told for an orphan: contact.external_id makes something else of the members' numbers, so a contact's external id is no member number.";

  private final RunSurroundings surroundings;
  private final InstantSource clock;

  Previews(RunSurroundings surroundings, InstantSource clock) {
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /// Previews in a world that lives no longer than the program.
  public static Previews passing(InstantSource clock) {
    return new Previews(RunSurroundings.none(), clock);
  }

  /// What a run over all members would change.
  ///
  /// @param limit only the first this many members; empty for what the settings say
  public SyncPlan plan(NamedSync sync, OptionalInt limit, Consumer<RunEvent> events)
      throws InterruptedException {
    return looking(
        sync,
        events,
        (wiring, heard) ->
            plan(
                sync,
                wiring.review(
                    safeguard(sync),
                    limit.isPresent() ? limit : sync.definition().settings().limit(),
                    heard)));
  }

  /// What taking a run back would do.
  SyncPlan undo(NamedSync sync, RunRequest.Undo undo, Consumer<RunEvent> events)
      throws InterruptedException {
    var run = new UndoneRun(surroundings::history, undo.run(), undo.member());
    return looking(
        sync,
        events,
        (wiring, heard) -> plan(sync, wiring.reviewUndo(run::changes, safeguard(sync), heard)));
  }

  /// Why a member looks as they do.
  ///
  /// @param asked a member number or an e-mail address
  Explanation explanation(NamedSync sync, String asked, Consumer<RunEvent> events)
      throws InterruptedException {
    return looking(
        sync,
        events,
        (wiring, heard) -> wiring.explain(asked, sync.expressions(), this::earlier, heard));
  }

  /// The contacts of people who were deleted from the members' table.
  OrphanList orphans(NamedSync sync, Consumer<RunEvent> events) throws InterruptedException {
    var treatment =
        sync.definition()
            .settings()
            .policy()
            .orphans()
            .orElseThrow(() -> new RunStopped(RunStopped.Kind.SETTINGS, NO_NUMBERS));
    return looking(
        sync,
        events,
        (wiring, heard) -> {
          var planned = wiring.plan(OptionalInt.empty(), heard);
          return new OrphanList(sync.name(), planned.target(), treatment, planned.plan().orphans());
        });
  }

  /// The explanation goes on without a history that cannot be read.
  private BiFunction<MemberId, Integer, List<JournaledChange>> earlier(Target target) {
    return (member, last) -> {
      try {
        return surroundings.history().changes(target, member, last);
      } catch (StoreTrouble _) {
        return List.of();
      }
    };
  }

  private SyncPlan plan(NamedSync sync, SyncWiring.ReviewedPlan made) {
    var plan = made.planned().plan();
    return new SyncPlan(
        sync.name(),
        made.planned().target(),
        clock.instant(),
        sync.definition().planDigest(),
        plan,
        made.review(),
        cost(sync.definition().settings().intercom(), plan));
  }

  private static PlanCost cost(Intercom intercom, Plan plan) {
    var inBulk = intercom.bulk() && plan.counts().create() > BulkStep.WORTHWHILE;
    return PlanCost.of(plan, rate(intercom), inBulk);
  }

  static Rate rate(Intercom intercom) {
    return switch (intercom.rate()) {
      case Pace.UpTo(var most) -> most;
      case Pace.Auto() -> PlanCost.USUAL;
    };
  }

  private static Safeguard safeguard(NamedSync sync) {
    return new Safeguard(sync.definition().settings().safeguard());
  }

  private interface Looking<T> {
    T done(SyncWiring wiring, Consumer<RunEvent> heard) throws InterruptedException;
  }

  private <T> T looking(NamedSync sync, Consumer<RunEvent> events, Looking<T> command)
      throws InterruptedException {
    return Sentences.orStopped(() -> {
      var heard = new SerializedListener<>(events);
      var sleep = new Sleep(Stop.never());
      var memory =
          surroundings.memory(
              sync, new OncePerSentence(sentence -> heard.accept(new RunEvent.Warned(sentence))));
      var turns = surroundings.turns(false);
      try (var client = sync.client(turns, clock, sleep, CallMeter.NONE, heard)) {
        return command.done(sync.wiring(client, memory, sleep, clock), heard);
      }
    });
  }
}
