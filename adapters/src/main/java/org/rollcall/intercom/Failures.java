package org.rollcall.intercom;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.ContactId;

/// Interprets an answer that is not a success: first by its status, then by the error's code, last
/// by its message.
///
/// Only the message tells three things: the id in a conflict, whether that contact is archived, and
/// why a contact cannot be restored.
final class Failures {
  /// A dash after the match means that the id goes on in an unknown form: no id is better than half
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
  Reply reply(Request request, ReceivedAnswer received) {
    var error = ErrorBody.in(received);
    return switch (request) {
      case Request.Unarchive(var id) -> unarchive(request, id, received, error);
      case Request.Unblock _, Request.ListHidden _ -> perhapsUnknown(request, received, error);
      case Request.FindByExternalId _ -> find(request, received, error);
      case Request.Create _,
          Request.Update _,
          Request.Archive _,
          Request.Block _,
          Request.Merge _,
          Request.Inspect _,
          Request.FindByEmail _,
          Request.CreateMany _,
          Request.UpdateMany _,
          Request.InspectJob _,
          Request.ListContacts _,
          Request.ListCreated _,
          Request.ListAttributes _,
          Request.Identify _ ->
          byStatus(request, received, error);
    };
  }

  /// Intercom has given the reason why a contact cannot be restored with status 400, with 403 and,
  /// for a contact that awaits deletion, with 500.
  private Reply unarchive(Request request, ContactId id, ReceivedAnswer received, ErrorBody error) {
    var said = error.legible() && received.status() != 401 && received.status() != 429;
    if (said && (error.mentions("been merged") || error.mentions("permanent deletion"))) {
      return new Reply.Unrestorable(error.text());
    }
    if (said && (error.code().equals(BLOCKED) || error.mentions("blocked"))) {
      return new Reply.Blocked(id, error.text());
    }
    if (said && error.mentions("not restorable")) {
      return new Reply.Unrestorable(error.text());
    }
    return byStatus(request, received, error);
  }

  /// Not every version has this call, and the answer to an unknown call may not be JSON.
  private Reply perhapsUnknown(Request request, ReceivedAnswer received, ErrorBody error) {
    return switch (received.status()) {
      case 404, 405, 406 -> new Reply.Unsupported(error.text());
      default -> byStatus(request, received, error);
    };
  }

  private Reply find(Request request, ReceivedAnswer received, ErrorBody error) {
    return switch (byStatus(request, received, error)) {
      case Reply.Missing _ -> new Reply.Matches(List.of());
      case Reply other -> other;
    };
  }

  private Reply byStatus(Request request, ReceivedAnswer received, ErrorBody error) {
    int status = received.status();
    if (status == 429) {
      return new Reply.RateLimited(limits.pause(received.headers()), error.text());
    }
    if (status == 401) {
      return new Reply.Denied(error.text());
    }
    if (status == 408 || status >= 500) {
      return new Reply.Unavailable(named(received, error));
    }
    if (status < 400) {
      return elsewhere(received);
    }
    if (!error.legible()) {
      return new Reply.Unavailable(
          "Something other than Intercom answered HTTP %d.".formatted(status));
    }
    return settled(request, received, error);
  }

  private static Reply settled(Request request, ReceivedAnswer received, ErrorBody error) {
    return switch (received.status()) {
      case 402 -> limited(request, error);
      case 403 -> forbidden(request, error);
      case 404 -> new Reply.Missing(error.text());
      case 405 -> new Reply.Unsupported(error.text());
      case 409 -> conflict(error);
      case 410 -> new Reply.Merged(survivor(received.headers()), error.text());
      default -> refusal(request, error);
    };
  }

  /// The plan of the workspace takes no more contacts, or lacks a call.
  private static Reply limited(Request request, ErrorBody error) {
    return request instanceof Request.Create
        ? new Reply.Refused(Optional.empty(), Reply.Refused.PLAN, error.text())
        : refusal(request, error);
  }

  /// Status 403 nearly always concerns every request; only the code for a blocked person does not.
  private static Reply forbidden(Request request, ErrorBody error) {
    if (Forbidden.isOfPlan(error) && request instanceof Request.Create) {
      return limited(request, error);
    }
    return error.code().equals(BLOCKED)
        ? refusal(request, error)
        : Forbidden.denied(request, error);
  }

  /// A write that meets a blocked contact may report it by its code. If the message names the
  /// contact, that contact is in conflict, as an archived one would be; otherwise nobody can be
  /// restored.
  private static Reply refusal(Request request, ErrorBody error) {
    if (request instanceof Request.Write && error.code().equals(BLOCKED)) {
      var id = id(error);
      return id.isPresent()
          ? new Reply.Conflict(id, true, error.text())
          : new Reply.Unrestorable(error.text());
    }
    return new Reply.Refused(FieldAtFault.in(request, error), error.code(), error.text());
  }

  private static Reply conflict(ErrorBody error) {
    return new Reply.Conflict(id(error), ARCHIVED.matcher(error.text()).find(), error.text());
  }

  private static Optional<ContactId> id(ErrorBody error) {
    var matcher = ID.matcher(error.text());
    return matcher.find() ? Optional.of(new ContactId(matcher.group(1))) : Optional.empty();
  }

  /// The link may be a path or a whole address. Only the id is taken from it, and the contact is
  /// read from the usual address.
  private static Optional<ContactId> survivor(Headers headers) {
    return headers
        .first("Link")
        .map(CANONICAL::matcher)
        .filter(Matcher::find)
        .map(matcher -> new ContactId(matcher.group(1)));
  }

  private static Reply elsewhere(ReceivedAnswer received) {
    return new Reply.Refused(
        Optional.empty(),
        "",
        "Intercom's address redirects elsewhere (HTTP %d); set INTERCOM_API_URL to the address it redirects to. The token is never sent to another server."
            .formatted(received.status()));
  }

  private static String named(ReceivedAnswer received, ErrorBody error) {
    return error.legible()
        ? "Intercom is out of order (HTTP %d): %s".formatted(received.status(), error.text())
        : "Intercom is out of order (HTTP %d).".formatted(received.status());
  }
}
