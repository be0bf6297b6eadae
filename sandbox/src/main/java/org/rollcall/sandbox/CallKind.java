package org.rollcall.sandbox;

import java.util.Locale;

/// The purpose of a request to Intercom.
public enum CallKind {
  LIST,
  /// Lists the contacts that are archived, blocked, merged or deleted.
  HIDDEN,
  /// Lists what happened to contacts.
  ACTIVITIES,
  SEARCH,
  INSPECT,
  FIND,
  CREATE,
  UPDATE,
  ARCHIVE,
  UNARCHIVE,
  BLOCK,
  UNBLOCK,
  DELETE,
  MERGE,
  /// Creates or updates many contacts in one job, which Intercom processes later.
  BULK,
  /// Asks for the state of such a job.
  JOB,
  ATTRIBUTES,
  WRITE_ATTRIBUTE,
  ME,
  /// A call that the sandbox does not know.
  OTHER;

  /// Whether calls of this kind change the workspace.
  public boolean isWrite() {
    return switch (this) {
      case LIST, HIDDEN, ACTIVITIES, SEARCH, INSPECT, FIND, JOB, ATTRIBUTES, ME, OTHER -> false;
      case CREATE,
          UPDATE,
          ARCHIVE,
          UNARCHIVE,
          BLOCK,
          UNBLOCK,
          DELETE,
          MERGE,
          BULK,
          WRITE_ATTRIBUTE ->
          true;
    };
  }

  /// The name in files and in the request log.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
