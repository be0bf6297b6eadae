package org.rollcall.server.api;

import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import org.rollcall.app.SyncPlan;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunStopped;
import org.rollcall.server.runs.ServedProgram;
import org.rollcall.store.SqlPlanRequests;
import org.rollcall.store.StoreTrouble;

/// Makes plans, a few at once: each holds both sides in memory. Whoever asks waits as long as they
/// want to, and is told where to look if that was too short. For many threads.
final class PlanMaker {
  private static final int AT_ONCE = 2;
  private static final int SOON_SECONDS = 30;

  private final ServedProgram program;
  private final KeptPlans plans;
  private final SqlPlanRequests requests;
  private final Semaphore making = new Semaphore(AT_ONCE);

  PlanMaker(ServedProgram program, KeptPlans plans, SqlPlanRequests requests) {
    this.program = program;
    this.plans = plans;
    this.requests = requests;
  }

  /// Makes a plan with the settings as they are.
  @FunctionalInterface
  interface Work {
    SyncPlan made(Operations operations, Selection selection) throws InterruptedException;
  }

  /// What was made in time, or where to ask for it.
  ///
  /// @param undone the run that it takes back; empty for none
  OncePerKey.Done make(Asked asked, SyncName sync, Optional<UndoneRun> undone, Work work)
      throws InterruptedException {
    if (!making.tryAcquire()) {
      throw Refusal.later(
          "%d plans are made in this process, and no more can be at once. Try again later."
              .formatted(AT_ONCE),
          SOON_SECONDS);
    }
    var made = new CompletableFuture<KeptPlans.Kept>();
    Thread.ofVirtual().name("plan of " + sync).start(() -> make(sync, undone, work, made));
    var patience = Patience.of(asked.context());
    try {
      return created(asked, made.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return later(asked, sync, made);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    }
  }

  private void make(
      SyncName sync,
      Optional<UndoneRun> undone,
      Work work,
      CompletableFuture<KeptPlans.Kept> made) {
    try (var use = program.use()) {
      var plan = work.made(use.operations(), use.selection().of(sync));
      made.complete(plans.put(plan, undone));
    } catch (RuntimeException | InterruptedException | Error failed) {
      made.completeExceptionally(failed);
    } finally {
      making.release();
    }
  }

  private static OncePerKey.Done created(Asked asked, KeptPlans.Kept kept) {
    return new OncePerKey.Done(
        HttpStatus.CREATED,
        "/api/v1/plans/" + kept.digest(),
        kept.head(asked.privacy(kept.plan().sync())));
  }

  private OncePerKey.Done later(
      Asked asked, SyncName sync, CompletableFuture<KeptPlans.Kept> made) {
    var id = UUID.randomUUID().toString();
    requests.begin(id, sync, asked.caller().who());
    var _ = made.whenComplete((kept, failed) -> tell(id, kept, failed));
    return OncePerKey.Done.accepted(
        PlanRequestRoutes.path(id), PlanRequestRoutes.json(requests.find(id).orElseThrow()));
  }

  private void tell(String id, KeptPlans.@Nullable Kept kept, @Nullable Throwable failed) {
    try {
      if (kept != null) {
        requests.made(id, kept.digest());
      } else {
        requests.failed(id, failed(failed));
      }
    } catch (StoreTrouble _) {
      // Whoever asks is told after a while that it was not made.
    }
  }

  private static SqlPlanRequests.Failed failed(@Nullable Throwable failure) {
    return switch (failure) {
      case RunStopped stopped -> failed(Refusal.of(stopped));
      case HttpResponseException refusal -> failed(refusal);
      case StoreTrouble trouble ->
          new SqlPlanRequests.Failed(
              HttpStatus.SERVICE_UNAVAILABLE.getCode(), trouble.getMessage() + ". Try again.");
      case null, default ->
          new SqlPlanRequests.Failed(
              HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
              "This is a mistake in Rollcall; its log says more. Nothing was changed.");
    };
  }

  private static SqlPlanRequests.Failed failed(HttpResponseException refusal) {
    return new SqlPlanRequests.Failed(refusal.getStatus(), String.valueOf(refusal.getMessage()));
  }
}
