package org.rollcall.bulk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.ReplyWords;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.run.RunEvent;

/// Hands changes to Intercom, a hundred a call, and keeps account of what became of each hundred:
/// taken into a job, certainly not taken, or perhaps.
///
/// Hundreds are added to one job while Intercom lets them, so that there is one job to wait for.
final class Handover {
  /// The most that Intercom takes in one call.
  private static final int HUNDRED = 100;

  /// After so many hundreds in a row that go wrong, no more are tried.
  private static final int TROUBLES = 3;

  private final Gateway gateway;
  private final Hundred kind;
  private final Consumer<RunEvent> events;
  private final Map<String, Integer> jobs = new LinkedHashMap<>();
  private final Map<MemberId, String> taken = new HashMap<>();
  private final Set<MemberId> doubtful = new HashSet<>();
  private Optional<String> open = Optional.empty();
  private boolean appends = true;
  private int troubles;

  Handover(Gateway gateway, Hundred kind, Consumer<RunEvent> events) {
    this.gateway = gateway;
    this.kind = kind;
    this.events = events;
  }

  /// Hands over as many as Intercom takes.
  ///
  /// @param stop once it says true nothing more is handed over
  void hand(List<? extends Change> changes, BooleanSupplier stop) throws InterruptedException {
    for (int from = 0; from < changes.size(); from += HUNDRED) {
      if (stop.getAsBoolean() || troubles >= TROUBLES) {
        return;
      }
      hand(List.copyOf(changes.subList(from, Math.min(from + HUNDRED, changes.size()))));
      events.accept(new RunEvent.BulkHanded(taken.size() + doubtful.size(), changes.size()));
    }
  }

  /// The jobs and how many contacts each of them took.
  Map<String, Integer> jobs() {
    return Map.copyOf(jobs);
  }

  /// Everybody whom Intercom took or may have taken.
  Set<MemberId> handed() {
    var handed = new HashSet<>(taken.keySet());
    handed.addAll(doubtful);
    return handed;
  }

  /// The members whom Intercom may still make or change while these jobs are unfinished.
  Set<MemberId> undecided(Set<String> unfinished) {
    var undecided = new HashSet<>(doubtful);
    taken.forEach((member, job) -> {
      if (unfinished.contains(job)) {
        undecided.add(member);
      }
    });
    return undecided;
  }

  /// They are in doubt until Intercom has said what became of them, even if the thread is
  /// interrupted meanwhile.
  private void hand(List<Change> hundred) throws InterruptedException {
    var members = hundred.stream().map(Change::member).collect(Collectors.toSet());
    doubtful.addAll(members);
    events.accept(new RunEvent.Intended(hundred));
    var reply = send(hundred, open);
    if (open.isPresent() && isClosed(reply)) {
      appends = jobs.getOrDefault(open.get(), 0) > HUNDRED;
      open = Optional.empty();
      reply = send(hundred, open);
    }
    settle(members, reply);
  }

  private Reply send(List<Change> hundred, Optional<String> job) throws InterruptedException {
    return gateway.send(kind.request(hundred, job)).reply();
  }

  /// A job may take no more, or be gone.
  private static boolean isClosed(Reply reply) {
    return reply instanceof Reply.Denied || reply instanceof Reply.Missing;
  }

  private void settle(Set<MemberId> members, Reply reply) {
    switch (reply) {
      case Reply.Job job -> take(members, job);
      case Reply.RateLimited(_, var text) -> refuse(members, text);
      case Reply.Transient passing -> doubt(members, passing.text());
      case Reply.Denied(_, var text) -> giveUp(members, text);
      case Reply.Missing(var text) -> giveUp(members, text);
      case Reply.Unsupported(var text) -> giveUp(members, text);
      case Reply.Refused(_, _, var text) -> refuse(members, text);
      case Reply.Settled other ->
          refuse(members, "Intercom answered with %s.".formatted(ReplyWords.of(other)));
    }
  }

  private void take(Set<MemberId> members, Reply.Job job) {
    troubles = 0;
    doubtful.removeAll(members);
    members.forEach(member -> taken.put(member, job.id()));
    jobs.merge(job.id(), members.size(), Integer::sum);
    open = appends ? Optional.of(job.id()) : Optional.empty();
  }

  private void refuse(Set<MemberId> members, String text) {
    troubles++;
    doubtful.removeAll(members);
    tell(
        "Intercom would not take %d members in bulk, so they are %s one by one: %s"
            .formatted(members.size(), kind.done(), text));
  }

  private void doubt(Set<MemberId> members, String text) {
    troubles++;
    tell(
        "It is not known whether Intercom took %d members in bulk; those that do not show up are left to the next run: %s"
            .formatted(members.size(), text));
  }

  private void giveUp(Set<MemberId> members, String text) {
    troubles = TROUBLES;
    doubtful.removeAll(members);
    tell(
        "Intercom takes no members in bulk, so they are %s one by one; intercom.bulk needs version 2.17 or Preview and a token that may write users: %s"
            .formatted(kind.done(), text));
  }

  private void tell(String sentence) {
    events.accept(new RunEvent.Warned(sentence));
  }
}
