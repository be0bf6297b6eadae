package org.rollcall.intercom;

import java.util.Locale;

/// What a call is about, without the ids in its path.
public enum CallKind {
  CREATE,
  UPDATE,
  INSPECT,
  ARCHIVE,
  UNARCHIVE,
  BLOCK,
  UNBLOCK,
  MERGE,
  SEARCH,
  FIND_BY_EXTERNAL_ID,
  LIST_CONTACTS,
  LIST_HIDDEN,
  BULK,
  ATTRIBUTES,
  IDENTIFY,
  /// Something that only a later version asks for.
  OTHER;

  /// As figures name it: `list_contacts`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CallKind of(Call call) {
    var parts = call.path().replaceFirst("\\?.*", "").substring(1).split("/", -1);
    return switch (parts[0]) {
      case "me" -> IDENTIFY;
      case "data_attributes" -> ATTRIBUTES;
      case "contacts" -> ofContacts(call.method(), parts);
      default -> OTHER;
    };
  }

  private static CallKind ofContacts(Call.Method method, String[] parts) {
    if (parts.length == 1) {
      return method == Call.Method.POST ? CREATE : LIST_CONTACTS;
    }
    return switch (parts[1]) {
      case "merge" -> MERGE;
      case "search" -> SEARCH;
      case "bulk" -> BULK;
      case "deleted" -> LIST_HIDDEN;
      case "find_by_external_id" -> FIND_BY_EXTERNAL_ID;
      default -> parts.length == 2 ? ofContact(method) : ofDeed(parts[2]);
    };
  }

  private static CallKind ofContact(Call.Method method) {
    return method == Call.Method.GET ? INSPECT : UPDATE;
  }

  private static CallKind ofDeed(String deed) {
    return switch (deed) {
      case "archive" -> ARCHIVE;
      case "unarchive" -> UNARCHIVE;
      case "block" -> BLOCK;
      case "unblock" -> UNBLOCK;
      default -> OTHER;
    };
  }
}
