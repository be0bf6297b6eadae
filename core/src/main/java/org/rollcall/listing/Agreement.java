package org.rollcall.listing;

import java.util.Optional;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.model.Contact;

/// Whether the list of contacts agrees with what a search found in parts.
///
/// The list has no order that Intercom promises. Where it is seen to begin with the newest, it is
/// read until an hour before whoever was the newest when the parts were begun: search lags by
/// minutes, so whoever it did not show is there, however long the parts took, and the rest is held
/// against the list's count. In any other order whoever is missing may be anywhere, and only the
/// very count tells that nobody is.
///
/// @param first the list's first page, before the parts were read
record Agreement(Gateway gateway, Reply.Page first, SeenContacts found) {
  private static final long AN_HOUR = 3_600;

  /// @throws RunStopped when Intercom cannot be asked
  Parts.Outcome sought() throws InterruptedException {
    var top = Walk.first(gateway);
    boolean newestFirst = NewestContacts.isNewestFirst(top.contacts());
    var unread = newestFirst ? new NewestContacts(gateway, until(), found).read(top) : taken(top);
    return unread
        .or(() -> disagreement(top.total(), newestFirst))
        .<Parts.Outcome>map(Parts.Doubtful::new)
        .orElseGet(Parts.Proven::new);
  }

  /// All there is where the first page says nothing.
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
