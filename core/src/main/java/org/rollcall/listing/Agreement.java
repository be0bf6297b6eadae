package org.rollcall.listing;

import java.util.Optional;
import org.rollcall.apply.Reply;
import org.rollcall.model.Contact;

/// Whether the list of contacts agrees with what a search found in parts.
///
/// Intercom promises no order of its list. If the list begins with the newest contacts, it is read
/// back to an hour before the newest contact at the start of the parts. Search lags by minutes, so
/// a contact that it did not show is among those, however long the parts took. The rest is compared
/// with the list's count. In any other order a missing contact may be anywhere, and only an exact
/// count proves that none is missing.
///
/// @param first the list's first page, before the parts were read
record Agreement(ContactPages pages, Reply.Page first, SeenContacts found) {
  private static final long AN_HOUR = 3_600;

  /// @throws RunStopped when Intercom cannot be asked
  Parts.Outcome sought() throws InterruptedException {
    var top = pages.first();
    if (top.gaps() > 0) {
      return new Parts.Doubtful(gaps(top));
    }
    boolean newestFirst = NewestContacts.isNewestFirst(top.contacts());
    var unread = newestFirst ? new NewestContacts(pages, until(), found).read(top) : taken(top);
    return unread
        .or(() -> disagreement(top.total(), newestFirst))
        .<Parts.Outcome>map(Parts.Doubtful::new)
        .orElseGet(Parts.Proven::new);
  }

  static String gaps(Reply.Page page) {
    return "Intercom's list of contacts has empty entries (%d).".formatted(page.gaps());
  }

  /// How far back the list is read, in Unix seconds: to its end if the first page has no contacts.
  private long until() {
    return first.contacts().stream().mapToLong(Contact::createdAt).max().orElse(0) - AN_HOUR;
  }

  private Optional<String> taken(Reply.Page page) {
    found.take(page.contacts());
    return Optional.empty();
  }

  private Optional<String> disagreement(long total, boolean newestFirst) {
    if (total < 0) {
      return Optional.of("Intercom does not say how many contacts it lists.");
    }
    if (found.outdated() > 0) {
      return Optional.of("Intercom's search is behind its list.");
    }
    int size = found.size();
    boolean agreed = newestFirst ? size >= total : size == total && size == first.total();
    return agreed
        ? Optional.empty()
        : Optional.of(
            "Intercom lists %d contacts, and its search shows %d.".formatted(total, size));
  }
}
