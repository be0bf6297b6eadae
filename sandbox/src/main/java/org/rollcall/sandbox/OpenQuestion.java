package org.rollcall.sandbox;

import java.util.List;
import java.util.Locale;

/// One answer to a question that Intercom's documentation leaves open, or answers in two ways.
///
/// Every question is an enum here, and its first constant is what the sandbox does unless told
/// otherwise. In a world file a question is written in snake case: `known_email: second_user`.
public sealed interface OpenQuestion {
  /// The enum constant's own name.
  String name();

  /// The question, as a world file writes it.
  default String question() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// The answer, as a world file writes it.
  default String answer() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Every answer to every question.
  static List<OpenQuestion> all() {
    return Choices.ALL;
  }

  /// A user is made with a new external id and the e-mail of a user there is.
  enum KnownEmail implements OpenQuestion {
    CONFLICT,
    SECOND_USER
  }

  /// Whether `POST /contacts/{id}/unblock` exists; no documented version has it.
  enum UnblockCall implements OpenQuestion {
    EXISTS,
    MISSING
  }

  /// A deleted contact is unarchived within its time of grace.
  enum RestoreDoomed implements OpenQuestion {
    BAD_REQUEST,
    SERVER_ERROR
  }

  /// The status of `not_restorable` when a blocked contact is unarchived.
  enum RestoreBlocked implements OpenQuestion {
    REFUSED_400,
    REFUSED_422
  }

  /// A user is made with the external id or e-mail of a blocked one.
  enum RecreateBlocked implements OpenQuestion {
    CONFLICT,
    NOT_RESTORABLE
  }

  /// Whether a conflict's message ends in the other contact's id.
  enum ConflictText implements OpenQuestion {
    WITH_ID,
    WITHOUT_ID
  }

  /// A phone that is no number.
  enum BadPhone implements OpenQuestion {
    REFUSED_400,
    REFUSED_422,
    KEPT,
    DROPPED
  }

  /// A text of more than 255 characters.
  enum LongText implements OpenQuestion {
    REFUSED_400,
    REFUSED_422,
    CUT,
    KEPT
  }

  /// The letters of an e-mail address.
  enum EmailCase implements OpenQuestion {
    KEPT,
    LOWERED
  }

  /// An update gives a contact the external id of an active user.
  enum PutTakenExternalId implements OpenQuestion {
    CONFLICT,
    IGNORED
  }

  /// An update gives a contact the e-mail of an active user.
  enum PutKnownEmail implements OpenQuestion {
    ALLOWED,
    CONFLICT
  }

  /// A contact is unarchived whose external id an active user has taken meanwhile.
  enum RestoreTakenExternalId implements OpenQuestion {
    CONFLICT,
    ALLOWED
  }

  /// A value that is not among a list attribute's options.
  enum UnlistedOption implements OpenQuestion {
    REFUSED_400,
    REFUSED_422,
    KEPT,
    DROPPED
  }

  /// A value of another type than its field's.
  enum WrongType implements OpenQuestion {
    REFUSED_400,
    REFUSED_422
  }

  /// A custom attribute that the workspace has not.
  enum UnknownAttribute implements OpenQuestion {
    REFUSED_400,
    REFUSED_422
  }

  /// An empty text is written over a value.
  enum EmptyText implements OpenQuestion {
    KEPT,
    CLEARS
  }

  /// A custom attribute of a lead is cleared.
  enum NullOnLead implements OpenQuestion {
    ACCEPTED,
    REFUSED
  }

  /// A contact is archived that is archived already.
  enum ArchiveAgain implements OpenQuestion {
    MISSING,
    ACCEPTED
  }

  /// A contact is unarchived that is active.
  enum UnarchiveActive implements OpenQuestion {
    ACCEPTED,
    MISSING
  }

  /// A merged contact is read, from version 2.16 on; before that it is always missing.
  enum MergedLookup implements OpenQuestion {
    GONE,
    MISSING
  }

  /// How calls are counted against the rate limit.
  enum RateWindows implements OpenQuestion {
    FIXED,
    SLIDING
  }

  /// What a version that has no bulk calls says to one.
  enum BulkTooOld implements OpenQuestion {
    MISSING,
    REFUSED
  }

  /// Whether a bulk job takes more once it has some.
  enum BulkAppend implements OpenQuestion {
    OPEN,
    CLOSED
  }

  /// Whether `GET /contacts/bulk/{id}` exists.
  enum BulkJobPage implements OpenQuestion {
    EXISTS,
    MISSING
  }

  /// Whether a contact that cannot be taken spoils the whole bulk call or is passed over.
  enum BulkBadItem implements OpenQuestion {
    PASSED_OVER,
    REFUSED_422
  }

  /// Whether a job that passed contacts over says that it did.
  enum BulkPassedOver implements OpenQuestion {
    TOLD,
    SILENT
  }
}
