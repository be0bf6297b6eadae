package org.rollcall.listing;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// Reads the pages of the list of contacts. From wherever they are read, a size that was too large
/// once is not asked for again.
final class ContactPages {
  private final SizedPages pages;

  ContactPages(Gateway gateway, Patience patience, Consumer<RunEvent> events) {
    this.pages = new SizedPages(gateway, Request.ListContacts::new, patience, events);
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
    return pages.page(cursor);
  }
}
