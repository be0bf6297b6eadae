package org.rollcall.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.ContactId;
import org.rollcall.run.Revivals.Was;

/// Notes each contact before it is brought back, and forgets it once it is written or put back.
/// [#putBack] puts back what a killed run left noted.
///
/// Safe for many threads.
public final class RevivalGuard implements Gateway {
  private final Gateway gateway;
  private final Revivals revivals;
  private final Set<ContactId> noted = ConcurrentHashMap.newKeySet();

  public RevivalGuard(Gateway gateway, Revivals revivals) {
    this.gateway = gateway;
    this.revivals = revivals;
  }

  /// Puts back what an earlier run left: blocked where it was blocked, else archived. This run then
  /// finds it as that one did, whoever it belongs to.
  public void putBack(Consumer<RunEvent> events) throws InterruptedException {
    for (var each : revivals.left().entrySet()) {
      var contact = each.getKey();
      switch (each.getValue()) {
        case ARCHIVED -> gateway.send(new Request.Archive(contact));
        case BLOCKED -> block(contact);
      }
      revivals.forget(contact);
      events.accept(
          new RunEvent.Warned(
              "Contact %s had been brought back by a run that broke off, and was put back."
                  .formatted(contact)));
    }
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
