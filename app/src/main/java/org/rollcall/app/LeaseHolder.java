package org.rollcall.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Who this program is among others, for the lease on a workspace.
final class LeaseHolder {
  private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");
  private static final String PROCESS = ", process ";

  private LeaseHolder() {}

  /// `example.org, process 7`: for the person who meets it, and for [#isDead].
  static String name() {
    return machine() + PROCESS + ProcessHandle.current().pid();
  }

  /// Whether the process of that name is known to have ended: it was one of this machine, and there
  /// is none of its number now, or that is this one. Of other machines nothing is known.
  static boolean isDead(String name) {
    var ours = machine() + PROCESS;
    if (!name.startsWith(ours)) {
      return false;
    }
    var number = name.substring(ours.length());
    return number.matches("\\d{1,18}") && !isAnotherAlive(Long.parseLong(number));
  }

  private static boolean isAnotherAlive(long pid) {
    return pid != ProcessHandle.current().pid()
        && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /// The machine's name and, where processes are numbered anew in a container, which numbering is
  /// meant.
  private static String machine() {
    return host() + numbering();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "an unnamed machine";
    }
  }

  private static String numbering() {
    try {
      var digits = Files.readSymbolicLink(NAMESPACE).toString().replaceAll("\\D", "");
      return " (" + digits + ")";
    } catch (IOException | UnsupportedOperationException _) {
      return "";
    }
  }
}
