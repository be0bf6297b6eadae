package org.rollcall.sandbox;

import java.util.Locale;

/// What a request to Intercom is for.
public enum CallKind {
  LIST,
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
  /// Many contacts made at once, as a job that is worked off later.
  BULK,
  /// How far such a job is.
  JOB,
  ATTRIBUTES,
  WRITE_ATTRIBUTE,
  ME,
  /// A call the sandbox doesn't know.
  OTHER;

  /// Whether such a call changes the workspace.
  public boolean isWrite() {
    return switch (this) {
      case LIST, SEARCH, INSPECT, FIND, JOB, ATTRIBUTES, ME, OTHER -> false;
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

  /// As files and the request log write it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
