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

/// One search by e-mail, page after page.
///
/// What it finds is checked here: the search is Intercom's reading index, it lags behind writes and
/// compares in ways of its own.
final class EmailSearch {
  private final Wire wire;
  private final Verdicts verdicts;
  private final Request.FindByEmail request;
  private final List<Contact> found = new ArrayList<>();
  private final Set<Optional<String>> asked = new HashSet<>();

  EmailSearch(Wire wire, Verdicts verdicts, Request.FindByEmail request) {
    this.wire = wire;
    this.verdicts = verdicts;
    this.request = request;
  }

  /// All contacts with the address, or the first page's answer that is something else.
  Answer all() throws InterruptedException {
    Optional<String> cursor = Optional.empty();
    while (true) {
      asked.add(cursor);
      var page = wire.exchange(Calls.search(request.email(), cursor));
      var answer = verdicts.answer(request, page);
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
        ? Received.of(whole).json().flatMap(Successes::next)
        : Optional.empty();
  }
}
