package org.rollcall.listing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.run.RunEvent;

/// Asks for the pages of a list. A page that Intercom cannot put together in time is asked for with
/// fewer entries; all pages after it, too.
final class SizedPages {
  private static final List<Integer> SIZES = List.of(Request.ListContacts.LARGEST, 50, 20);

  private final Gateway gateway;
  private final BiFunction<Optional<String>, Integer, Request> request;
  private final Patience patience;
  private final Consumer<RunEvent> events;
  private int size;

  /// @param request the request for the page at a cursor with so many entries at most
  /// @param patience how long a page is waited for that does not come in any size
  SizedPages(
      Gateway gateway,
      BiFunction<Optional<String>, Integer, Request> request,
      Patience patience,
      Consumer<RunEvent> events) {
    this.gateway = gateway;
    this.request = request;
    this.patience = patience;
    this.events = events;
  }

  /// The answer for the page at `cursor`; empty for the first. If none comes in any size, the size
  /// was not the reason, and the largest is asked for again.
  Reply page(Optional<String> cursor) throws InterruptedException {
    var spent = Duration.ZERO;
    while (true) {
      var reply = sized(cursor);
      var why = tooMuch(reply);
      if (why.isEmpty() || !patience.isLeft(spent)) {
        return reply;
      }
      spent = patience.pause(spent, why.get(), events);
      size = 0;
    }
  }

  private Reply sized(Optional<String> cursor) throws InterruptedException {
    while (true) {
      var reply = gateway.send(request.apply(cursor, SIZES.get(size))).reply();
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
