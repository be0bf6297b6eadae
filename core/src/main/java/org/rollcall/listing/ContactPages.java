package org.rollcall.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// Reads the pages of the list of contacts. A page that Intercom cannot put together in time is
/// asked for with fewer contacts; all pages after it, too, from wherever they are read.
final class ContactPages {
  private static final List<Integer> SIZES = List.of(Request.ListContacts.LARGEST, 50, 20);

  private final Gateway gateway;
  private final Consumer<RunEvent> events;
  private int size;

  ContactPages(Gateway gateway, Consumer<RunEvent> events) {
    this.gateway = gateway;
    this.events = events;
  }

  /// The first page of all.
  ///
  /// @throws RunStopped when it cannot be read
  Reply.Page first() throws InterruptedException {
    var reply = page(Optional.empty());
    if (reply instanceof Reply.Page page) {
      return page;
    }
    throw Walk.unreadable(reply);
  }

  /// The answer for the page at `cursor`; empty for the first.
  Reply page(Optional<String> cursor) throws InterruptedException {
    while (true) {
      var reply = gateway.send(new Request.ListContacts(cursor, SIZES.get(size))).reply();
      var why = tooMuch(reply);
      if (why.isEmpty() || size == SIZES.size() - 1) {
        return reply;
      }
      size++;
      events.accept(
          new RunEvent.Warned(
              "Intercom could not list %d contacts at once, so it is asked for %d: %s"
                  .formatted(SIZES.get(size - 1), SIZES.get(size), why.get())));
    }
  }

  /// Why a smaller page may come where this one did not: Intercom, or something before it, gave up,
  /// or the answer was cut off. The rate limit does not ask how large a page is.
  private static Optional<String> tooMuch(Reply reply) {
    return switch (reply) {
      case Reply.Unavailable(var why) -> Optional.of(why);
      case Reply.AnswerLost(var why) -> Optional.of(why);
      case Reply.RateLimited _, Reply.Settled _ -> Optional.empty();
    };
  }
}
