package org.rollcall.apply;

/// What a person reads of a reply that is not expected where it came: the end of "Intercom answered
/// with".
public final class ReplyWords {
  private ReplyWords() {}

  /// Such as "a conflict with an archived contact"; nobody's data is in it.
  public static String of(Reply reply) {
    return switch (reply) {
      case Reply.RateLimited _ -> "a refusal of too many requests";
      case Reply.Unavailable _ -> "an error of its own";
      case Reply.AnswerLost _ -> "no whole answer";
      case Reply.Accepted _ -> "a contact that was written";
      case Reply.Found _ -> "a contact";
      case Reply.Matches _ -> "the contacts of a search";
      case Reply.Conflict(_, var archived, _) ->
          archived ? "a conflict with an archived contact" : "a conflict with an active contact";
      case Reply.Missing _ -> "an error for a missing contact";
      case Reply.Merged _ -> "a contact that was merged into another";
      case Reply.Blocked _ -> "a contact that is blocked";
      case Reply.Unrestorable _ -> "a contact that cannot be brought back";
      case Reply.Refused _ -> "a refusal of the request";
      case Reply.Denied _ -> "a refusal of the token";
      case Reply.Unsupported _ -> "an error for an unknown call";
      case Reply.Page _ -> "a page of contacts";
      case Reply.HiddenPage _ -> "a page of archived contacts";
      case Reply.Attributes _ -> "a list of attributes";
      case Reply.Identity _ -> "the name of a workspace";
      case Reply.Job _ -> "a bulk job";
    };
  }
}
