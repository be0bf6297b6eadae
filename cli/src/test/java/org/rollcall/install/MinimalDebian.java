package org.rollcall.install;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rollcall.ShellRun;
import org.rollcall.support.ProcessLock;

/// A Debian 12 with what every Debian has and no more, such as a new server or the base of an
/// image: made by mmdebstrap once for a build, and copied for each that changes it.
///
/// @param root its root folder
record MinimalDebian(Path root) implements AutoCloseable {
  private static final Path BASE = Distribution.HOME.resolve("target/debian");

  /// What a program sees of this machine: processes, a temporary folder, the state; all else can
  /// only be read.
  private static final String CONTAINED =
      """
      root=$1 user=$2 state=$3 limit=$4; shift 4
      mount --bind "$root" "$root"
      mount -t proc proc "$root/proc"
      mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
      mount --bind "$state" "$root/var/lib/rollcall"
      mount -o remount,bind,ro "$root"
      if [ -n "$limit" ]; then echo $$ > "$limit/cgroup.procs"; fi
      exec chroot --userspec="$user" "$root" /usr/bin/env -i "$@"
      """;

  /// One that a test may change.
  static MinimalDebian copy() throws IOException, InterruptedException {
    make();
    var copy = BASE.resolveSibling("debian-" + UUID.randomUUID());
    copy(BASE, copy);
    Files.createDirectories(copy.resolve("var/lib/rollcall"));
    return new MinimalDebian(copy);
  }

  /// Copies a folder with all that can be said of its files.
  static void copy(Path from, Path to) throws IOException, InterruptedException {
    ShellRun.here(Path.of("/"), List.of("cp", "-a", from.toString(), to.toString())).succeeded();
  }

  @Override
  public void close() throws IOException {
    try {
      ShellRun.here(Path.of("/"), List.of("rm", "-rf", "--one-file-system", root.toString()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void make() throws IOException, InterruptedException {
    assumeTrue(isHere("mmdebstrap"), "this machine lacks mmdebstrap");
    ProcessLock.holding(
        Distribution.HOME.resolve("target/.debian.lock"),
        () -> {
          if (!Files.exists(BASE)) {
            bootstrap();
          }
        });
  }

  private static void bootstrap() throws IOException, InterruptedException {
    var fresh = BASE.resolveSibling("debian-fresh").toString();
    ShellRun.here(Distribution.HOME, List.of("rm", "-rf", fresh)).succeeded();
    var made =
        ShellRun.here(
            Distribution.HOME,
            List.of(
                "mmdebstrap",
                "--variant=essential",
                "--include=adduser",
                "--quiet",
                "bookworm",
                fresh));
    assumeTrue(made.code() == 0, () -> "no Debian can be made here: " + made.text());
    Files.move(Path.of(fresh), BASE);
  }

  static boolean isHere(String tool) throws IOException, InterruptedException {
    return ShellRun.here(Path.of("/"), List.of("sh", "-c", "command -v " + tool)).code() == 0;
  }

  /// Runs a command as root, who may change everything in it.
  ShellRun asRoot(String... command) throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("chroot", root.toString(), "/usr/bin/env", "-i"));
    all.add("PATH=/usr/sbin:/usr/bin:/sbin:/bin");
    all.add("DEBIAN_FRONTEND=noninteractive");
    all.addAll(List.of(command));
    return ShellRun.here(root, all);
  }

  /// A command as in a container whose root cannot be written.
  ///
  /// @param user as `number:number`
  /// @param state what is mounted at `/var/lib/rollcall`
  /// @param limit the control group with a limit of memory; empty for none
  /// @param environment all the variables that there are
  ProcessBuilder contained(
      String user,
      Path state,
      String limit,
      Map<String, String> environment,
      List<String> command) {
    var all = new ArrayList<>(List.of("unshare", "--mount", "sh", "-ec", CONTAINED, "sh"));
    all.addAll(List.of(root.toString(), user, state.toString(), limit));
    environment.forEach((name, value) -> all.add(name + "=" + value));
    all.addAll(command);
    return new ProcessBuilder(all).directory(root.toFile()).redirectErrorStream(true);
  }
}
