package org.rollcall.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Plan;
import org.rollcall.run.Revivals.Left;
import org.rollcall.run.Revivals.Was;

/// Notes each contact before it is brought back, and forgets it once it is written or put back.
/// [#putBack] puts back what a killed run left noted.
///
/// Safe for many threads.
public final class RevivalGuard implements Gateway {
  /// Bringing a contact back changes it, by Intercom's clock; ours may differ by this much.
  private static final Duration CLOCKS = Duration.ofMinutes(5);

  private final Gateway gateway;
  private final Revivals revivals;
  private final Set<ContactId> noted = ConcurrentHashMap.newKeySet();

  public RevivalGuard(Gateway gateway, Revivals revivals) {
    this.gateway = gateway;
    this.revivals = revivals;
  }

  /// Puts back what an earlier run left: blocked where it was blocked, else archived. What the plan
  /// has a use for is left to the plan, and what somebody has changed since is left to a person.
  public void putBack(Plan plan, Consumer<RunEvent> events) throws InterruptedException {
    var left = revivals.left();
    if (!left.isEmpty()) {
      var used = used(plan);
      for (var each : left) {
        if (!used.contains(each.contact())) {
          putBack(each, events);
        }
        revivals.forget(each.contact());
      }
    }
  }

  private static Set<ContactId> used(Plan plan) {
    return plan.changes().stream().flatMap(RevivalGuard::contacts).collect(Collectors.toSet());
  }

  private static Stream<ContactId> contacts(Change change) {
    return switch (change) {
      case Change.Restore restore -> restore.deeds().stream().map(Deed::contact);
      case Change.Revive revive -> Stream.of(revive.contact().id());
      case Change.Create _,
          Change.Update _,
          Change.Unchanged _,
          Change.Skip _,
          Change.Clash _,
          Change.Depart _ ->
          change.listed().stream().map(Contact::id);
    };
  }

  private void putBack(Left left, Consumer<RunEvent> events) throws InterruptedException {
    var reply = gateway.send(new Request.Inspect(left.contact())).reply();
    if (reply instanceof Reply.Missing && left.was() == Was.BLOCKED) {
      block(left.contact());
      events.accept(new RunEvent.Warned(told(left.contact(), true)));
    } else if (reply instanceof Reply.Found(var now)) {
      boolean untouched = left.noted().map(noted -> !isTouched(now, noted)).orElse(true);
      if (untouched) {
        switch (left.was()) {
          case ARCHIVED -> gateway.send(new Request.Archive(left.contact()));
          case BLOCKED -> block(left.contact());
        }
      }
      events.accept(new RunEvent.Warned(told(left.contact(), untouched)));
    }
  }

  private static boolean isTouched(Contact contact, Instant noted) {
    return contact.updatedAt() > noted.plus(CLOCKS).getEpochSecond();
  }

  private static String told(ContactId contact, boolean untouched) {
    return untouched
        ? "Contact %s had been brought back by a run that broke off, and was put back."
            .formatted(contact)
        : "Contact %s had been brought back by a run that broke off, and somebody has changed it since, so it stays; archive it in Intercom if it shall go."
            .formatted(contact);
  }

  /// Only an active contact can be blocked; the run may have broken off before it was.
  private void block(ContactId contact) throws InterruptedException {
    if (!(gateway.send(new Request.Block(contact)).reply() instanceof Reply.Accepted)) {
      gateway.send(new Request.Unarchive(contact));
      gateway.send(new Request.Block(contact));
    }
  }

  /// Forgets what this run noted: it was not killed, so it has dealt with all of it.
  public void seenTo() {
    noted.forEach(revivals::forget);
  }

  @Override
  public Answer send(Request request) throws InterruptedException {
    switch (request) {
      case Request.Unblock(var contact) -> note(contact, Was.BLOCKED);
      case Request.Unarchive(var contact) -> note(contact, Was.ARCHIVED);
      case Request _ -> {}
    }
    var answer = gateway.send(request);
    if (answer.reply() instanceof Reply.Accepted) {
      switch (request) {
        case Request.Update(var contact, _) -> forget(contact);
        case Request.Archive(var contact) -> forget(contact);
        case Request.Block(var contact) -> forget(contact);
        case Request _ -> {}
      }
    }
    return answer;
  }

  private void note(ContactId contact, Was was) {
    noted.add(contact);
    revivals.note(contact, was);
  }

  private void forget(ContactId contact) {
    if (noted.remove(contact)) {
      revivals.forget(contact);
    }
  }
}
