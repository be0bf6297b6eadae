package org.rollcall.sandbox;

import java.util.List;
import java.util.Locale;

/// One answer to a question that Intercom's documentation leaves open or answers in two ways.
///
/// Every question is an enum here. Its first constant is the default. In a world file the name of a
/// question is in snake case: `known_email: second_user`.
public sealed interface OpenQuestion {
  /// The enum constant's own name.
  String name();

  /// The question as a world file writes it.
  default String question() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// The answer as a world file writes it.
  default String answer() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All answers to all questions.
  static List<OpenQuestion> all() {
    return Choices.ALL;
  }

  /// What happens when a new user has a new external id and the e-mail of an existing user.
  enum KnownEmail implements OpenQuestion {
    CONFLICT,
    SECOND_USER
  }

  /// How a page says where the list goes on. The address is that of older versions.
  enum NextPage implements OpenQuestion {
    CURSOR,
    ADDRESS
  }

  /// Whether `POST /contacts/{id}/unblock` exists; no documented version has it.
  enum UnblockCall implements OpenQuestion {
    EXISTS,
    MISSING
  }

  /// The answer when a deleted contact is unarchived within its grace period.
  enum RestoreDoomed implements OpenQuestion {
    BAD_REQUEST,
    SERVER_ERROR
  }

  /// The status of `not_restorable` when a blocked contact is unarchived.
  enum RestoreBlocked implements OpenQuestion {
    REFUSED_400,
    REFUSED_422
  }

  /// The answer when a new user has the external id or the e-mail of a blocked user.
  enum RecreateBlocked implements OpenQuestion {
    CONFLICT,
    NOT_RESTORABLE
  }

  /// Whether the message of a conflict ends with the other contact's id.
  enum ConflictText implements OpenQuestion {
    WITH_ID,
    WITHOUT_ID
  }

  /// What happens to a phone number that is not valid.
  enum BadPhone implements OpenQuestion {
    REFUSED_400,
    REFUSED_422,
    KEPT,
    DROPPED
  }

  /// What happens to a text of more than 255 characters.
  enum LongText implements OpenQuestion {
    REFUSED_400,
    REFUSED_422,
    CUT,
    KEPT
  }

  /// Whether the letter case of an e-mail address is kept.
  enum EmailCase implements OpenQuestion {
    KEPT,
    LOWERED
  }

  /// What happens when an update sets the external id of another active user.
  enum PutTakenExternalId implements OpenQuestion {
    CONFLICT,
    IGNORED
  }

  /// What happens when an update sets the e-mail of another active user.
  enum PutKnownEmail implements OpenQuestion {
    ALLOWED,
    CONFLICT
  }

  /// What happens when a contact is unarchived and an active user has taken its external id.
  enum RestoreTakenExternalId implements OpenQuestion {
    CONFLICT,
    ALLOWED
  }

  /// What happens to a value that is not one of a list attribute's options.
  enum UnlistedOption implements OpenQuestion {
    REFUSED_400,
    REFUSED_422,
    KEPT,
    DROPPED
  }

  /// Whether the definition of a list attribute tells its options.
  enum ListedOptions implements OpenQuestion {
    TOLD,
    UNTOLD
  }

  /// The answer when a value has another type than its field.
  enum WrongType implements OpenQuestion {
    REFUSED_400,
    REFUSED_422
  }

  /// Whether a refusal says which field it is about.
  enum RefusedField implements OpenQuestion {
    NAMED,
    UNNAMED
  }

  /// The answer when the workspace has no such custom attribute.
  enum UnknownAttribute implements OpenQuestion {
    REFUSED_400,
    REFUSED_422
  }

  /// What happens when an empty text overwrites a value.
  enum EmptyText implements OpenQuestion {
    KEPT,
    CLEARS
  }

  /// What happens when a custom attribute of a lead is cleared.
  enum NullOnLead implements OpenQuestion {
    ACCEPTED,
    REFUSED
  }

  /// What happens when an archived contact is archived again.
  enum ArchiveAgain implements OpenQuestion {
    MISSING,
    ACCEPTED
  }

  /// Where `GET /contacts/deleted` exists: in the Preview version only, in all versions, or in
  /// none. Without it, the path asks for a contact of that name, or the method is not allowed.
  enum HiddenList implements OpenQuestion {
    PREVIEW,
    EVERYWHERE,
    MISSING,
    NOT_ALLOWED
  }

  /// How `GET /contacts/deleted` says why a contact is not active; its words are not documented.
  enum HiddenStatus implements OpenQuestion {
    NAMED,
    UNKNOWN_WORD,
    UNTOLD
  }

  /// Where `GET /contacts/activities` exists.
  enum ActivityList implements OpenQuestion {
    PREVIEW,
    EVERYWHERE,
    MISSING
  }

  /// What happens when an active contact is unarchived.
  enum UnarchiveActive implements OpenQuestion {
    ACCEPTED,
    MISSING
  }

  /// The answer when a merged contact is read from version 2.16 on; older versions answer that it
  /// is missing.
  enum MergedLookup implements OpenQuestion {
    GONE,
    MISSING
  }

  /// Whether a lead is merged into a user who shares its address; those of some channels may not
  /// be.
  enum LeadMerging implements OpenQuestion {
    DONE,
    REFUSED
  }

  /// How calls count against the rate limit.
  enum RateWindows implements OpenQuestion {
    FIXED,
    SLIDING
  }

  /// The answer of a version that has no bulk calls.
  enum BulkTooOld implements OpenQuestion {
    MISSING,
    REFUSED
  }

  /// Whether `PUT /contacts/bulk` exists.
  enum BulkUpdateCall implements OpenQuestion {
    EXISTS,
    MISSING
  }

  /// Whether a bulk job that has tasks accepts more.
  enum BulkAppend implements OpenQuestion {
    OPEN,
    CLOSED
  }

  /// Whether `GET /contacts/bulk/{id}` exists.
  enum BulkJobPage implements OpenQuestion {
    EXISTS,
    MISSING
  }

  /// Whether one bad contact makes a bulk call fail or is passed over.
  enum BulkBadItem implements OpenQuestion {
    PASSED_OVER,
    REFUSED_422
  }

  /// Whether a job reports that it passed over contacts.
  enum BulkPassedOver implements OpenQuestion {
    TOLD,
    SILENT
  }
}
