package org.rollcall.intercom;

import java.time.InstantSource;
import java.util.Set;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Request;
import org.rollcall.model.FieldName;

/// Intercom's contacts over a [Wire]. Decorators add retries and the rate limit.
public final class HttpContacts implements Gateway {
  private final Wire wire;
  private final AnswerReader reader;

  /// @param fields the fields to read of each contact, besides role, external id, e-mail, name and
  ///   phone, which are always read
  /// @param clock the time to use if an answer has no `Date`
  public HttpContacts(Wire wire, Set<FieldName> fields, InstantSource clock) {
    this.wire = wire;
    this.reader = new AnswerReader(new ContactJson(fields), new Limits(clock));
  }

  @Override
  public Answer send(Request request) throws InterruptedException {
    return request instanceof Request.FindByEmail search
        ? new EmailSearch(wire, reader, search).all()
        : wire.exchange(Calls.of(request), answer -> reader.answer(request, answer));
  }
}
