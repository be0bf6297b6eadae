package org.rollcall.apply;

/// What a person reads of a request.
final class RequestWords {
  private RequestWords() {}

  /// Such as "a contact's update"; nobody's data is in it.
  static String of(Request request) {
    return switch (request) {
      case Request.Create _ -> "a contact's creation";
      case Request.Update _ -> "a contact's update";
      case Request.Archive _ -> "a contact's archiving";
      case Request.Unarchive _ -> "an archived contact's return";
      case Request.Block _ -> "a contact's blocking";
      case Request.Unblock _ -> "a contact's unblocking";
      case Request.Merge _ -> "the merge of a lead";
      case Request.Inspect _ -> "the reading of a contact";
      case Request.FindByExternalId _ -> "the search by external id";
      case Request.FindByEmail _ -> "the search by e-mail";
      case Request.CreateMany _ -> "the creation of many contacts";
      case Request.UpdateMany _ -> "the update of many contacts";
      case Request.InspectJob _ -> "the question how far a bulk job is";
      case Request.ListCreated _ -> "a part of the list of contacts";
      case Request.ListContacts _ -> "the list of contacts";
      case Request.ListHidden _ -> "the list of archived contacts";
      case Request.ListAttributes _ -> "the list of contact attributes";
      case Request.Identify _ -> "the question whose token it is";
    };
  }
}
