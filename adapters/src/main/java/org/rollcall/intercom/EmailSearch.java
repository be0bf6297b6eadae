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
import org.rollcall.model.Value;

/// One search by e-mail, over all its pages.
///
/// It checks each result: Intercom's search index lags behind writes and compares addresses in its
/// own way.
final class EmailSearch {
  private final Wire wire;
  private final AnswerReader reader;
  private final Request.FindByEmail request;
  private final List<Contact> found = new ArrayList<>();
  private final Set<Optional<String>> asked = new HashSet<>();

  EmailSearch(Wire wire, AnswerReader reader, Request.FindByEmail request) {
    this.wire = wire;
    this.reader = reader;
    this.request = request;
  }

  /// All contacts with the address; if a page fails, the answer of that page.
  Answer all() throws InterruptedException {
    Optional<String> cursor = Optional.empty();
    while (true) {
      asked.add(cursor);
      var page = wire.exchange(Calls.search(request.email(), cursor));
      var answer = reader.answer(request, page);
      if (!(answer.reply() instanceof Reply.Matches(var contacts))) {
        return answer;
      }
      contacts.stream().filter(this::hasTheAddress).forEach(found::add);
      cursor = next(page);
      if (cursor.isEmpty() || asked.contains(cursor)) {
        return new Answer(new Reply.Matches(found), answer.requestId(), answer.quota());
      }
    }
  }

  private boolean hasTheAddress(Contact contact) {
    return contact.emailKey().equals(Optional.of(new Value.Email(request.email()).key()));
  }

  private static Optional<String> next(WireAnswer page) {
    return page instanceof WireAnswer.Whole whole
        ? ReceivedAnswer.of(whole).json().flatMap(Successes::next)
        : Optional.empty();
  }
}
