package org.rollcall.intercom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.Value;

/// One search by e-mail, over all its pages.
///
/// It checks each result: Intercom's search index lags behind writes and compares addresses in its
/// own way.
final class EmailSearch {
  /// The most pages of one search: 3,000 contacts. One address may have more, but each member with
  /// it might search for it, and that must not cost more the more they are.
  private static final int MOST_PAGES = 20;

  private final Wire wire;
  private final AnswerReader reader;
  private final Request.FindByEmail request;
  private final List<Contact> found = new ArrayList<>();
  private final Set<ContactId> seen = new HashSet<>();
  private final Set<String> cursors = new HashSet<>();
  private int gaps;

  EmailSearch(Wire wire, AnswerReader reader, Request.FindByEmail request) {
    this.wire = wire;
    this.reader = reader;
    this.request = request;
  }

  /// One page and the cursor of the next.
  private record Page(Answer answer, Optional<String> next) {}

  /// All contacts with the address; if a page fails, the answer of that page. A search that does
  /// not get on is no answer, because what it has not shown may be the contact in question.
  Answer all() throws InterruptedException {
    Optional<String> cursor = Optional.empty();
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      var page = wire.exchange(Calls.search(request.email(), cursor), this::page);
      var answer = page.answer();
      if (!(answer.reply() instanceof Reply.Matches(var contacts, var empty))) {
        return answer;
      }
      gaps += empty;
      int before = seen.size();
      contacts.forEach(this::take);
      cursor = page.next();
      if (cursor.isEmpty()) {
        return new Answer(new Reply.Matches(found, gaps), answer.requestId(), answer.quota());
      }
      if (seen.size() == before || !cursors.add(cursor.get())) {
        var stuck = broken("leads back to contacts that it has shown already");
        return new Answer(stuck, answer.requestId(), answer.quota());
      }
    }
    return Answer.of(broken("shows no end of contacts"));
  }

  private static Reply broken(String why) {
    return new Reply.Unavailable("Intercom's search by e-mail %s.".formatted(why));
  }

  private void take(Contact contact) {
    if (seen.add(contact.id()) && hasTheAddress(contact)) {
      found.add(contact);
    }
  }

  private boolean hasTheAddress(Contact contact) {
    return contact.emailKey().equals(Optional.of(new Value.Email(request.email()).key()));
  }

  private Page page(WireAnswer answer) {
    var next =
        answer instanceof WireAnswer.Whole whole
            ? ReceivedAnswer.of(whole).json().flatMap(NextPage::cursor)
            : Optional.<String>empty();
    return new Page(reader.answer(request, answer), next);
  }
}
