package org.rollcall.listing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.apply.Reply;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.TextSet;

/// Whether a chain of pages gets on: each page that names a next one must bring a contact that the
/// chain has not had yet, a cursor leads nowhere twice, and a chain ends near its own count. So
/// every chain ends, whatever a server answers.
final class Onward {
  /// How far a chain may go beyond its count. People who join meanwhile are far fewer.
  private static final long BEYOND = 10_000;

  /// The most contacts of any chain.
  private static final long MOST = 5_000_000;

  private final TextSet ids = new TextSet();
  private final Set<String> cursors = new HashSet<>();

  /// Takes one more page.
  ///
  /// @return why the chain is broken, as the end of a sentence about it; empty while it gets on
  Optional<String> take(Reply.Page page) {
    return take(page.contacts().stream().map(Contact::id).toList(), page.next(), page.total());
  }

  /// The same for any list of contacts.
  ///
  /// @param next the next page's cursor; empty on the last page
  /// @param total how many contacts the list counts; below 0 where it does not say
  Optional<String> take(List<ContactId> contacts, Optional<String> next, long total) {
    int before = ids.size();
    contacts.forEach(id -> ids.add(id.value()));
    return next.flatMap(cursor -> broken(cursor, total, ids.size() > before));
  }

  /// How many different contacts it had.
  int size() {
    return ids.size();
  }

  private Optional<String> broken(String cursor, long total, boolean brings) {
    if (!cursors.add(cursor)) {
      return Optional.of("leads back to a page that was read already");
    }
    if (!brings) {
      return Optional.of("goes on after a page without a contact that is new");
    }
    return ids.size() > most(total)
        ? Optional.of("goes on after %d contacts, far beyond its count".formatted(ids.size()))
        : Optional.empty();
  }

  private static long most(long total) {
    return total < 0 ? MOST : Math.min(MOST, Math.min(MOST, total) * 2 + BEYOND);
  }
}
