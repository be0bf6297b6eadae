package org.rollcall.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What Linux tells of its processes, in the folder `/proc`. Other systems have no such folder, and
/// then nothing is known.
///
/// @param folder `/proc`
/// @param machine the file with the machine's id
record ProcFolder(Path folder, Path machine) {
  /// Of this machine.
  static final ProcFolder OF_MACHINE = new ProcFolder(Path.of("/proc"), Path.of("/etc/machine-id"));

  /// After the name in parentheses comes the third field; when it began is the twenty-second.
  private static final int STARTED = 22 - 3;

  private static final List<String> NAMESPACES = List.of("pid", "user", "time");

  /// What is seen of a process.
  sealed interface Glimpse {}

  /// @param at when it began, in the machine's own count since its boot
  record Started(String at) implements Glimpse {}

  /// There is none of this number.
  record Absent() implements Glimpse {}

  /// There may be one.
  record Hidden() implements Glimpse {}

  /// The process of this number.
  Glimpse process(long pid) {
    try {
      var stat = Files.readString(folder.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
      var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
      return fields.length > STARTED ? new Started(fields[STARTED]) : new Hidden();
    } catch (NoSuchFileException _) {
      return hidesProcesses() ? new Hidden() : new Absent();
    } catch (IOException _) {
      return new Hidden();
    }
  }

  /// What the process of this number is called; empty where that is not known.
  Optional<String> name(long pid) {
    try {
      return Optional.of(Files.readString(folder.resolve(pid + "/comm")).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// The process that asks; empty where not all of it is known.
  Optional<ProcessIdentity> self() {
    long pid = ProcessHandle.current().pid();
    try {
      var own = folder.resolve("self");
      var numbering = Files.readString(own.resolve("stat"), StandardCharsets.ISO_8859_1);
      if (!numbering.startsWith(pid + " ") || !(process(pid) instanceof Started(var started))) {
        return Optional.empty();
      }
      return Optional.of(
          new ProcessIdentity(
              boot(),
              namespaces(own.resolve("ns")),
              Files.getAttribute(own, "unix:uid").toString(),
              pid,
              started));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Which boot of which machine, as a digest: the machine's id should not be shown about.
  private String boot() throws IOException {
    var boot = Files.readString(folder.resolve("sys/kernel/random/boot_id")).strip();
    var machineId = Files.isReadable(machine) ? Files.readString(machine).strip() : "";
    var all = String.join("\n", boot, machineId, host());
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// The machine's name.
  static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "an unnamed machine";
    }
  }

  /// Old systems lack some kinds.
  private static String namespaces(Path folder) throws IOException {
    var ids = Stream.<String>builder();
    for (var kind : NAMESPACES) {
      var link = folder.resolve(kind);
      ids.add(
          Files.isSymbolicLink(link)
              ? Files.readSymbolicLink(link).toString().replaceAll("\\D", "")
              : "");
    }
    return ids.build().collect(Collectors.joining("/"));
  }

  /// The option `hidepid` lets nobody see other people's processes. Where the mounts cannot be
  /// read, it may be set.
  private boolean hidesProcesses() {
    try {
      var mounts =
          Files.readAllLines(folder.resolve("self/mountinfo"), StandardCharsets.ISO_8859_1).stream()
              .filter(line -> line.contains(" - proc "))
              .toList();
      return mounts.isEmpty() || !mounts.stream().allMatch(ProcFolder::showsAll);
    } catch (IOException _) {
      return true;
    }
  }

  private static boolean showsAll(String mount) {
    return !mount.contains("hidepid=")
        || mount.contains("hidepid=0")
        || mount.contains("hidepid=off");
  }
}
