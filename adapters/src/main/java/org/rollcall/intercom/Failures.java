package org.rollcall.intercom;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.ContactId;

/// What an answer that is no success means: status first, then the error's code, the message last.
///
/// Only three things are told by nothing but the message: the id in a conflict, whether that
/// contact is archived, and why a contact cannot be brought back.
final class Failures {
  /// A dash after it would mean that the id goes on in a way we do not know: better no id than half
  /// of one.
  private static final Pattern ID = Pattern.compile("\\bid=([0-9A-Za-z]+)(?![0-9A-Za-z_-])");

  private static final Pattern ARCHIVED =
      Pattern.compile("\\barchived\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CANONICAL =
      Pattern.compile("<[^>]*/contacts/([^/?#>]+)[^>]*>\\s*;[^,]*\\brel=\"?canonical\"?");
  private static final String BLOCKED = "not_restorable";

  private final Limits limits;

  Failures(Limits limits) {
    this.limits = limits;
  }

  /// The reply to `request`.
  Reply reply(Request request, Received received) {
    var trouble = Trouble.in(received);
    return switch (request) {
      case Request.Unarchive(var id) -> unarchive(request, id, received, trouble);
      case Request.Unblock _ -> unblock(request, received, trouble);
      case Request.FindByExternalId _ -> find(request, received, trouble);
      case Request.Create _,
          Request.Update _,
          Request.Archive _,
          Request.Block _,
          Request.Merge _,
          Request.Inspect _,
          Request.FindByEmail _,
          Request.CreateMany _,
          Request.InspectJob _,
          Request.ListContacts _,
          Request.ListCreated _,
          Request.ListAttributes _,
          Request.Identify _ ->
          byStatus(request, received, trouble);
    };
  }

  /// Why a contact cannot be brought back has been told as 400, as 403 and, for one on its way to
  /// deletion, as 500.
  private Reply unarchive(Request request, ContactId id, Received received, Trouble trouble) {
    var said = trouble.legible() && received.status() != 401 && received.status() != 429;
    if (said && (trouble.mentions("been merged") || trouble.mentions("permanent deletion"))) {
      return new Reply.Unrestorable(trouble.text());
    }
    if (said && (trouble.code().equals(BLOCKED) || trouble.mentions("blocked"))) {
      return new Reply.Blocked(id, trouble.text());
    }
    if (said && trouble.mentions("not restorable")) {
      return new Reply.Unrestorable(trouble.text());
    }
    return byStatus(request, received, trouble);
  }

  /// No documented version has the call, and what answers for a missing one need not be JSON.
  private Reply unblock(Request request, Received received, Trouble trouble) {
    return switch (received.status()) {
      case 404, 405, 406 -> new Reply.Unsupported(trouble.text());
      default -> byStatus(request, received, trouble);
    };
  }

  private Reply find(Request request, Received received, Trouble trouble) {
    return switch (byStatus(request, received, trouble)) {
      case Reply.Missing _ -> new Reply.Matches(List.of());
      case Reply other -> other;
    };
  }

  private Reply byStatus(Request request, Received received, Trouble trouble) {
    int status = received.status();
    if (status == 429) {
      return new Reply.RateLimited(limits.pause(received.headers()), trouble.text());
    }
    if (status == 401) {
      return new Reply.Denied(trouble.text());
    }
    if (status == 408 || status >= 500) {
      return new Reply.Unavailable(named(received, trouble));
    }
    if (status < 400) {
      return elsewhere(received);
    }
    if (!trouble.legible()) {
      return new Reply.Unavailable(
          "Something other than Intercom answered HTTP %d.".formatted(status));
    }
    return settled(request, received, trouble);
  }

  private static Reply settled(Request request, Received received, Trouble trouble) {
    return switch (received.status()) {
      case 403 -> forbidden(request, trouble);
      case 404 -> new Reply.Missing(trouble.text());
      case 405 -> new Reply.Unsupported(trouble.text());
      case 409 -> conflict(trouble);
      case 410 -> new Reply.Merged(survivor(received.headers()), trouble.text());
      default -> refusal(request, trouble);
    };
  }

  /// Nearly always the token's business; a person who is blocked is not.
  private static Reply forbidden(Request request, Trouble trouble) {
    return trouble.code().equals(BLOCKED)
        ? refusal(request, trouble)
        : new Reply.Denied(trouble.text());
  }

  /// A write that runs into a blocked contact may say so by its code. Where it names the contact
  /// too, that contact is in the way as an archived one is; where it does not, nobody can be
  /// brought back.
  private static Reply refusal(Request request, Trouble trouble) {
    if (request instanceof Request.Write && trouble.code().equals(BLOCKED)) {
      var id = id(trouble);
      return id.isPresent()
          ? new Reply.Conflict(id, true, trouble.text())
          : new Reply.Unrestorable(trouble.text());
    }
    return new Reply.Refused(FieldAtFault.in(request, trouble), trouble.code(), trouble.text());
  }

  private static Reply conflict(Trouble trouble) {
    return new Reply.Conflict(id(trouble), ARCHIVED.matcher(trouble.text()).find(), trouble.text());
  }

  private static Optional<ContactId> id(Trouble trouble) {
    var matcher = ID.matcher(trouble.text());
    return matcher.find() ? Optional.of(new ContactId(matcher.group(1))) : Optional.empty();
  }

  /// The link may be a path or a whole address; only the id in it is taken, and asked for where all
  /// else is asked.
  private static Optional<ContactId> survivor(Headers headers) {
    return headers
        .first("Link")
        .map(CANONICAL::matcher)
        .filter(Matcher::find)
        .map(matcher -> new ContactId(matcher.group(1)));
  }

  private static Reply elsewhere(Received received) {
    return new Reply.Refused(
        Optional.empty(),
        "",
        "Intercom's address sends elsewhere (HTTP %d); set INTERCOM_API_URL to the address it sends to. The token is never carried along to another server."
            .formatted(received.status()));
  }

  private static String named(Received received, Trouble trouble) {
    return trouble.legible()
        ? "Intercom is out of order (HTTP %d): %s".formatted(received.status(), trouble.text())
        : "Intercom is out of order (HTTP %d).".formatted(received.status());
  }
}
