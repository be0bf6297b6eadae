package org.rollcall.listing;

import java.util.function.Consumer;
import org.rollcall.apply.Reply;
import org.rollcall.model.Contact;
import org.rollcall.model.TextSet;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// One reading of all contacts, page after page.
///
/// Contacts that are made or merged meanwhile may come twice or not at all, so each is handed on
/// once, and a cursor that Intercom no longer takes begins the list anew.
final class Walk {
  private static final int RESTARTS = 3;

  /// How many contacts may be missing from a walk although Intercom counted them: they may have
  /// been archived or merged since.
  private static final long MISSING = 50;

  private static final double MISSING_SHARE = 0.02;

  private final ContactPages pages;
  private final Consumer<Contact> each;
  private final Consumer<RunEvent> events;
  private final TextSet seen = new TextSet();
  private int restarts;

  Walk(ContactPages pages, Consumer<Contact> each, Consumer<RunEvent> events) {
    this.pages = pages;
    this.each = each;
    this.events = events;
  }

  /// Hands all of them on.
  ///
  /// @param first the first page, just read
  /// @throws RunStopped when they cannot all be read
  void all(Reply.Page first) throws InterruptedException {
    var page = first;
    while (true) {
      switch (from(page)) {
        case Whole(var total) when isShort(total) ->
            restart(
                "Intercom counts %d contacts, but its list ended after %d."
                    .formatted(total, seen.size()));
        case Whole _ -> {
          return;
        }
        case Broken(var why) -> restart(why);
      }
      page = pages.first();
    }
  }

  private Way from(Reply.Page first) throws InterruptedException {
    var onward = new Onward();
    var gaps = new Gaps();
    var page = first;
    while (true) {
      take(page);
      gaps.take(page);
      var broken = onward.take(page);
      if (broken.isPresent()) {
        return new Broken("Its list of contacts %s.".formatted(broken.get()));
      }
      var cursor = page.next();
      if (cursor.isEmpty()) {
        return ended(page.total(), gaps, onward.size());
      }
      var reply = pages.page(cursor);
      if (!(reply instanceof Reply.Page next)) {
        return broken(reply);
      }
      page = next;
    }
  }

  private Way ended(long total, Gaps gaps, int shown) {
    var doubt = gaps.doubt(shown);
    if (doubt.isPresent()) {
      return new Broken(doubt.get());
    }
    gaps.warning().ifPresent(events);
    return new Whole(total);
  }

  private void take(Reply.Page page) {
    page.contacts().stream().filter(contact -> seen.add(contact.id().value())).forEach(each);
    events.accept(new RunEvent.WorkspacePage(seen.size(), page.total()));
  }

  /// A cursor may have grown too old; a refusal of the first page is about something else.
  private static Way broken(Reply reply) {
    if (reply instanceof Reply.Refused(_, _, var text)) {
      return new Broken("It would not go on with its list: " + text);
    }
    throw unreadable(reply);
  }

  static RunStopped unreadable(Reply reply) {
    return Unreadable.because(reply, "the contacts", "Read and list users and companies");
  }

  private boolean isShort(long total) {
    long missing = total - seen.size();
    return missing > MISSING && missing > total * MISSING_SHARE;
  }

  private void restart(String why) {
    restarts++;
    if (restarts > RESTARTS) {
      throw Unreadable.stopped(
          "Intercom's contacts could not be read whole in %d tries. %s A contact overlooked would be made a second time, so nothing was written; run again later."
              .formatted(restarts, why));
    }
  }

  private sealed interface Way {}

  private record Whole(long total) implements Way {}

  private record Broken(String why) implements Way {}
}
