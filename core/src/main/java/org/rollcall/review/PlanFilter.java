package org.rollcall.review;

import java.util.Set;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;

/// Which entries of a plan are shown. An empty set lets everything through.
///
/// @param fields names as in the settings, with or without `custom_attributes.`
/// @param members their numbers
/// @param kinds what is done
public record PlanFilter(Set<String> fields, Set<MemberId> members, Set<Kind> kinds) {
  /// Everything.
  public static final PlanFilter OPEN = new PlanFilter(Set.of(), Set.of(), Set.of());

  public PlanFilter {
    fields = Set.copyOf(fields);
    members = Set.copyOf(members);
    kinds = Set.copyOf(kinds);
  }

  /// What is done, in the words that people ask with.
  public enum Kind {
    /// A contact is made, or brought back.
    CREATE,
    /// Fields of a contact are written.
    UPDATE,
    /// A contact is put away: an older one, or that of somebody who has left.
    ARCHIVE,
    /// Nothing is done, and a person has to look.
    SKIP
  }

  /// Whether everything is let through.
  public boolean isOpen() {
    return fields.isEmpty() && members.isEmpty() && kinds.isEmpty();
  }

  boolean includes(PlanEntry entry) {
    return (fields.isEmpty() || entry.fields().stream().anyMatch(each -> includes(each.field())))
        && (members.isEmpty() || members.contains(entry.member()))
        && (kinds.isEmpty() || kinds.stream().anyMatch(kind -> is(entry, kind)));
  }

  /// Whether `field` is asked for by name.
  public boolean includes(FieldName field) {
    return fields.isEmpty()
        || fields.contains(field.value())
        || fields.contains(field.simpleName());
  }

  private static boolean is(PlanEntry entry, Kind kind) {
    return (kind == Kind.ARCHIVE && !entry.surplus().isEmpty())
        || switch (entry.action()) {
          case CREATE, REVIVE -> kind == Kind.CREATE;
          case UPDATE, MARK_LEAVER, MARK_ORPHAN, RESTORE -> kind == Kind.UPDATE;
          case ARCHIVE_LEAVER, ARCHIVE_ORPHAN -> kind == Kind.ARCHIVE;
          case SKIP, CLASH -> kind == Kind.SKIP;
          case UNCHANGED -> false;
        };
  }
}
