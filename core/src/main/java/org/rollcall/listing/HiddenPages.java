package org.rollcall.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.ContactId;
import org.rollcall.model.HiddenContact;
import org.rollcall.run.RunEvent;

/// Reads the list of contacts that are not active, page after page.
///
/// What it overlooks is met later, when Intercom refuses to make a contact a second time. So empty
/// entries and a count that does not agree are no reason to doubt it; only a chain that does not
/// get on, or breaks, is begun anew.
final class HiddenPages {
  private static final int RESTARTS = 3;

  private final SizedPages pages;
  private final Predicate<HiddenContact> sought;

  /// @param sought the contacts to keep
  HiddenPages(
      Gateway gateway,
      Predicate<HiddenContact> sought,
      Patience patience,
      Consumer<RunEvent> events) {
    this.pages = new SizedPages(gateway, Request.ListHidden::new, patience, events);
    this.sought = sought;
  }

  /// How the reading ended.
  sealed interface Ending {}

  /// It came to its end.
  ///
  /// @param contacts those that were sought, each once
  record Whole(List<HiddenContact> contacts) implements Ending {}

  /// This came in place of a page.
  record Refused(Reply reply) implements Ending {}

  /// The chain is broken.
  ///
  /// @param why as a sentence
  record Broken(String why) implements Ending {}

  Ending all() throws InterruptedException {
    var ending = once();
    for (int restart = 0; restart < RESTARTS && ending instanceof Broken; restart++) {
      ending = once();
    }
    return ending;
  }

  private Ending once() throws InterruptedException {
    var onward = new Onward();
    var found = new LinkedHashMap<ContactId, HiddenContact>();
    var cursor = Optional.<String>empty();
    do {
      var reply = pages.page(cursor);
      if (!(reply instanceof Reply.HiddenPage page)) {
        return inPlaceOf(cursor, reply);
      }
      page.contacts().stream()
          .filter(sought)
          .forEach(contact -> found.putIfAbsent(contact.id(), contact));
      var broken = onward.take(ids(page), page.next(), page.total());
      if (broken.isPresent()) {
        return new Broken("Its list of archived contacts %s.".formatted(broken.get()));
      }
      cursor = page.next();
    } while (cursor.isPresent());
    return new Whole(List.copyOf(found.values()));
  }

  private static List<ContactId> ids(Reply.HiddenPage page) {
    return page.contacts().stream().map(HiddenContact::id).toList();
  }

  /// A cursor may have grown too old; a refusal of the first page is about something else.
  private static Ending inPlaceOf(Optional<String> cursor, Reply reply) {
    return cursor.isPresent() && reply instanceof Reply.Refused(_, _, var text)
        ? new Broken("It would not go on with its list of archived contacts: " + text)
        : new Refused(reply);
  }
}
