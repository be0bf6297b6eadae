package org.rollcall.intercom;

import java.util.regex.Pattern;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Reply.Denied.Blame;
import org.rollcall.apply.Request;

/// Says why Intercom forbids a request: the status is 403 for a plan, a region and a permission
/// alike. Intercom's own words come first, and stay alone where the reason is not known.
final class Forbidden {
  private static final Pattern ELSEWHERE =
      Pattern.compile("hosted in|(wrong|another|different) region", Pattern.CASE_INSENSITIVE);

  private Forbidden() {}

  static Reply.Denied denied(Request request, ErrorBody error) {
    boolean workspace = ELSEWHERE.matcher(error.text()).find() || isOfPlan(error);
    return new Reply.Denied(workspace ? Blame.WORKSPACE : Blame.TOKEN, text(request, error));
  }

  /// Whether the plan that the workspace has paid for does not allow the request.
  static boolean isOfPlan(ErrorBody error) {
    return error.code().equals(Reply.Refused.PLAN);
  }

  /// Intercom's words with what to do about them.
  private static String text(Request request, ErrorBody error) {
    if (ELSEWHERE.matcher(error.text()).find()) {
      return with(
          error,
          "The workspace is hosted in another region: correct intercom.region in the settings.");
    }
    if (isOfPlan(error)) {
      return with(
          error,
          "The token is right, but the workspace's plan does not allow this: see Settings, Billing in Intercom.");
    }
    return error.code().equals("forbidden") && !error.mentions("closed")
        ? with(error, "The token may lack the permission %s.".formatted(permission(request)))
        : error.text();
  }

  private static String with(ErrorBody error, String reason) {
    return error.text().replaceFirst("[.\\s]*$", ". ") + reason;
  }

  private static String permission(Request request) {
    return switch (request) {
      case Request.Create _,
          Request.Update _,
          Request.Archive _,
          Request.Unarchive _,
          Request.Block _,
          Request.Unblock _,
          Request.Merge _ ->
          "“Write users and companies”";
      case Request.CreateMany _, Request.UpdateMany _, Request.InspectJob _ ->
          "“Read and write users”";
      case Request.Inspect _,
          Request.FindByEmail _,
          Request.FindByExternalId _,
          Request.ListContacts _,
          Request.ListHidden _,
          Request.ListCreated _,
          Request.ListAttributes _ ->
          "“Read and list users and companies”";
      case Request.Identify _ -> "“Read admins”";
    };
  }
}
