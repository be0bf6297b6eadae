package org.rollcall.app;

import java.util.Optional;

/// A process as others on its machine recognise it. A host name and a process's number say too
/// little: machines are cloned with their names, and numbers are given out again.
///
/// @param boot which boot of which machine; a digest
/// @param namespaces which numbering of processes, users and times
/// @param user who runs it, as a number
/// @param pid its number
/// @param started when it began, in the machine's own count since its boot
record ProcessIdentity(String boot, String namespaces, String user, long pid, String started) {
  private static final int PARTS = 5;

  /// As `text` has it; empty where it is not such a text.
  static Optional<ProcessIdentity> parsed(String text) {
    var parts = text.split(" ", -1);
    return parts.length == PARTS && parts[3].matches("\\d{1,18}")
        ? Optional.of(
            new ProcessIdentity(parts[0], parts[1], parts[2], Long.parseLong(parts[3]), parts[4]))
        : Optional.empty();
  }

  String text() {
    return String.join(" ", boot, namespaces, user, Long.toString(pid), started);
  }

  /// Whether both stand in one list of processes, and go by one clock.
  boolean isBeside(ProcessIdentity other) {
    return boot.equals(other.boot) && namespaces.equals(other.namespaces);
  }

  boolean isOfSameUser(ProcessIdentity other) {
    return user.equals(other.user);
  }
}
