package org.rollcall.listing;

import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Contact;
import org.rollcall.model.Span;

/// The contacts that were created in a span of time, read page after page.
///
/// @param newest when the newest contact of all was created, as far as is known
/// @param largest more contacts than that are split, where they can be
record Part(Gateway gateway, Span span, long newest, long largest, SeenContacts found) {
  /// How the reading ended.
  sealed interface Ending {}

  /// Every contact that Intercom counts in it was found.
  record Whole() implements Ending {}

  /// It has to be read as these two.
  record Split(List<Span> halves) implements Ending {}

  /// It could not be read to its end, or its end does not fit its count.
  record Broken(String why) implements Ending {}

  /// @throws RunStopped when Intercom cannot be asked
  Ending read() throws InterruptedException {
    var onward = new Onward();
    Optional<String> cursor = Optional.empty();
    while (true) {
      var reply = gateway.send(new Request.ListCreated(span, false, cursor)).reply();
      if (!(reply instanceof Reply.Page page)) {
        return broken(reply);
      }
      if (page.gaps() > 0) {
        return new Broken(
            "A part of Intercom's contacts has empty entries (%d).".formatted(page.gaps()));
      }
      found.take(page.contacts());
      var broken = onward.take(page);
      if (broken.isPresent()) {
        return new Broken("A part of Intercom's contacts %s.".formatted(broken.get()));
      }
      var halves = cursor.isEmpty() ? halves(page) : List.<Span>of();
      if (!halves.isEmpty()) {
        return new Split(halves);
      }
      cursor = page.next();
      if (cursor.isEmpty()) {
        return ended(onward.size(), page.total());
      }
    }
  }

  private List<Span> halves(Reply.Page page) {
    return page.total() > largest && page.next().isPresent()
        ? span.halves(
            page.contacts().stream().mapToLong(Contact::createdAt).min().orElse(0), newest)
        : List.of();
  }

  private static Ending ended(int size, long total) {
    return size == total
        ? new Whole()
        : new Broken(
            "Intercom counts %d contacts in a part of them, and shows %d.".formatted(total, size));
  }

  /// Only a refused token ends the run, since it ends the list too. The list can do everything else
  /// that a search cannot, such as give large pages in time.
  private static Ending broken(Reply reply) {
    if (reply instanceof Reply.Denied) {
      throw Walk.unreadable(reply);
    }
    return new Broken("Intercom would not show a part of its contacts: " + Unreadable.said(reply));
  }
}
