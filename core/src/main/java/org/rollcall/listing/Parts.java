package org.rollcall.listing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Contact;
import org.rollcall.model.Span;
import org.rollcall.run.InParallel;
import org.rollcall.run.RunEvent;

/// One reading of all contacts in parts at once: Intercom's search can be split by the time of
/// creation, its list cannot.
///
/// Search lags behind writes, so it proves nothing by itself. A reading counts when the list, read
/// afterwards from its beginning, agrees: see [Agreement]. A part that is large is split before it
/// is read any further.
final class Parts {
  /// How many parts to aim at for each place in flight. More parts would keep all places busy to
  /// the end, but more pages would be read twice.
  private static final int PARTS_EACH = 2;

  /// The most parts of one reading. A workspace of which each part stays large however often it is
  /// split is not what it seems.
  private static final int MOST_PARTS = 2_000;

  private final Gateway gateway;
  private final ContactPages pages;
  private final int atOnce;
  private final Reply.Page first;
  private final SeenContacts found;

  /// What came of it.
  sealed interface Outcome {}

  /// All contacts were handed on.
  record Proven() implements Outcome {}

  /// What was handed on may be incomplete.
  ///
  /// @param why a sentence
  record Doubtful(String why) implements Outcome {}

  /// @param pages the list that the parts are compared with
  /// @param atOnce parts in flight
  /// @param first the first page of the list, just read
  Parts(
      Gateway gateway,
      ContactPages pages,
      int atOnce,
      Reply.Page first,
      Consumer<Contact> each,
      Consumer<RunEvent> events) {
    this.gateway = gateway;
    this.pages = pages;
    this.atOnce = atOnce;
    this.first = first;
    this.found = new SeenContacts(first, each, events);
  }

  /// Hands all of them on, as far as can be told.
  ///
  /// @throws RunStopped when Intercom cannot be asked
  Outcome all() throws InterruptedException {
    var read = read();
    return read instanceof Proven ? new Agreement(pages, first, found).sought() : read;
  }

  /// Begins with the newest, which tells where to split.
  private Outcome read() throws InterruptedException {
    var reply = gateway.send(new Request.ListCreated(Span.ALL, true, Optional.empty())).reply();
    return reply instanceof Reply.Page page && !page.contacts().isEmpty()
        ? read(page.contacts().getFirst().createdAt())
        : new Doubtful("Intercom's search does not show contacts by the time of their creation.");
  }

  private Outcome read(long newest) throws InterruptedException {
    var waiting = new ArrayDeque<>(List.of(Span.ALL));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ended = new ExecutorCompletionService<Part.Ending>(threads);
      int busy = 0;
      int begun = 0;
      try {
        while (busy > 0 || !waiting.isEmpty()) {
          while (busy < atOnce && !waiting.isEmpty()) {
            var part = new Part(gateway, waiting.remove(), newest, largest(), found);
            ended.submit(part::read);
            busy++;
            begun++;
          }
          switch (ended.take().get()) {
            case Part.Whole() -> {}
            case Part.Split(var halves) -> waiting.addAll(halves);
            case Part.Broken(var why) -> {
              return new Doubtful(why);
            }
          }
          busy--;
          if (begun + waiting.size() > MOST_PARTS) {
            return new Doubtful(
                "Intercom's search shows no end of parts: %d were begun.".formatted(begun));
          }
        }
      } catch (ExecutionException failed) {
        throw InParallel.asItWas(failed.getCause());
      } finally {
        threads.shutdownNow();
      }
    }
    return new Proven();
  }

  private long largest() {
    return Math.max(first.total() / ((long) atOnce * PARTS_EACH), 1);
  }
}
