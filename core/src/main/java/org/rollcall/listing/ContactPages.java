package org.rollcall.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.run.RunEvent;

/// Reads the pages of the list of contacts. A page that Intercom cannot put together in time is
/// asked for with fewer contacts; the pages after it, too.
final class ContactPages {
  private static final List<Integer> SIZES = List.of(Request.ListContacts.LARGEST, 50, 20);

  private final Gateway gateway;
  private final Consumer<RunEvent> events;
  private int size;

  ContactPages(Gateway gateway, Consumer<RunEvent> events) {
    this.gateway = gateway;
    this.events = events;
  }

  /// The answer for the page at `cursor`; empty for the first.
  Reply page(Optional<String> cursor) throws InterruptedException {
    while (true) {
      var reply = gateway.send(new Request.ListContacts(cursor, SIZES.get(size))).reply();
      if (!(reply instanceof Reply.Unavailable(var why)) || size == SIZES.size() - 1) {
        return reply;
      }
      size++;
      events.accept(
          new RunEvent.Warned(
              "Intercom could not list %d contacts at once, so it is asked for %d: %s"
                  .formatted(SIZES.get(size - 1), SIZES.get(size), why)));
    }
  }
}
