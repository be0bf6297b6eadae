package org.rollcall.intercom;

import java.time.InstantSource;
import java.util.Set;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Request;
import org.rollcall.model.FieldName;

/// Intercom's contacts over a [Wire]. Retries nothing and keeps to no rate: decorators do.
public final class HttpContacts implements Gateway {
  private final Wire wire;
  private final Verdicts verdicts;

  /// @param fields the fields to read of each contact, besides role, external id, e-mail, name and
  ///   phone, which are always read
  /// @param clock tells the time where an answer has no `Date`
  public HttpContacts(Wire wire, Set<FieldName> fields, InstantSource clock) {
    this.wire = wire;
    this.verdicts = new Verdicts(new ContactJson(fields), new Limits(clock));
  }

  @Override
  public Answer send(Request request) throws InterruptedException {
    return request instanceof Request.FindByEmail search
        ? new EmailSearch(wire, verdicts, search).all()
        : verdicts.answer(request, wire.exchange(Calls.of(request)));
  }
}
