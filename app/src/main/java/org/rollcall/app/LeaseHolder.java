package org.rollcall.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.store.LeaseRecord.Holder;

/// Who this program is among others, for the lease on a workspace. One for a process. For many
/// threads.
public final class LeaseHolder {
  private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");
  private static final String PROCESS = ", process ";

  private final Set<String> runs = ConcurrentHashMap.newKeySet();

  /// Notes that a run of this process goes on.
  void begin(String run) {
    runs.add(run);
  }

  /// Notes that it is over.
  void end(String run) {
    runs.remove(run);
  }

  /// `example.org, process 7`: for the person who meets it, and for [#isDead].
  String name() {
    return machine() + PROCESS + ProcessHandle.current().pid();
  }

  /// Whether the holder is known to have ended: it was a process of this machine that is gone, or
  /// one with this process's number whose run is none of ours, as in a container that was started
  /// again. Of other machines nothing is known.
  boolean isDead(Holder holder) {
    var ours = machine() + PROCESS;
    if (!holder.name().startsWith(ours)) {
      return false;
    }
    var number = holder.name().substring(ours.length());
    return number.matches("\\d{1,18}") && !isAlive(Long.parseLong(number), holder.run());
  }

  private boolean isAlive(long pid, String run) {
    return pid == ProcessHandle.current().pid()
        ? runs.contains(run)
        : ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
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
