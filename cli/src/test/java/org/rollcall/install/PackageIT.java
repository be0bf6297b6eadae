package org.rollcall.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.ShellRun;

/// The package in a real Debian: installed, used, upgraded, removed, purged.
@Tag("slow")
class PackageIT {
  private static final List<String> ALL_UNITS =
      List.of("rollcall.service", "rollcall.timer", "rollcall-serve.service");
  private static final Path UNITS = Distribution.HOME.resolve("deploy/systemd");

  @TempDir private Path folder;

  @Test
  void it_is_installed_used_upgraded_removed_and_purged() throws Exception {
    try (var debian = MinimalDebian.copy()) {
      isInstalledUsedUpgradedRemovedAndPurged(debian);
    }
  }

  private void isInstalledUsedUpgradedRemovedAndPurged(MinimalDebian debian) throws Exception {
    install(debian, Distribution.debianPackage());
    isPrivate(debian);
    playANight(debian);
    var before = changeSettings(debian);
    install(debian, next(Distribution.debianPackage()));
    assertThat(debian.asRoot("dpkg-query", "-W", "-f", "${Version}", "rollcall").succeeded())
        .isEqualTo("99.0");
    assertThat(settings(debian)).isEqualTo(before);
    isPrivate(debian);
    debian.asRoot("dpkg", "--remove", "rollcall").succeeded();
    assertThat(debian.root().resolve("opt/rollcall")).doesNotExist();
    assertThat(settings(debian)).isEqualTo(before);
    assertThat(debian.root().resolve("var/lib/rollcall")).exists();
    debian.asRoot("dpkg", "--purge", "rollcall").succeeded();
    assertThat(debian.root().resolve("etc/rollcall")).doesNotExist();
    assertThat(debian.root().resolve("var/lib/rollcall")).doesNotExist();
    assertThat(debian.asRoot("getent", "passwd", "rollcall").code()).isEqualTo(2);
  }

  @Test
  void the_units_are_right_and_let_the_program_do_little() throws Exception {
    assumeTrue(MinimalDebian.isHere("systemd-analyze"), "this machine lacks systemd-analyze");
    var root = Files.createDirectory(folder.resolve("root"));
    ShellRun.here(
            folder,
            List.of("dpkg-deb", "-x", Distribution.debianPackage().toString(), root.toString()))
        .succeeded();
    var service = UNITS.resolve("rollcall.service").toString();
    var security =
        ShellRun.here(
                folder,
                List.of("systemd-analyze", "security", "--offline=true", "--threshold=20", service))
            .succeeded();
    assertThat(security).containsPattern("Overall exposure level for rollcall.service: [01]\\.");
    var units = root.resolve("usr/lib/systemd/system");
    for (var unit : ALL_UNITS) {
      assertThat(units.resolve(unit)).hasSameTextualContentAs(UNITS.resolve(unit));
    }
    // The program is where the service says, once the package is installed.
    var installed = root.resolve("opt/rollcall/bin/rollcall").toString();
    var tried = Files.createDirectory(folder.resolve("units"));
    for (var unit : ALL_UNITS) {
      var text = Files.readString(units.resolve(unit));
      Files.writeString(tried.resolve(unit), text.replace("/opt/rollcall/bin/rollcall", installed));
    }
    var verified =
        ShellRun.here(
            folder,
            List.of(
                "systemd-analyze",
                "verify",
                "--man=no",
                tried + "/rollcall.timer",
                tried + "/rollcall-serve.service"));
    assertThat(verified.succeeded())
        .doesNotContain("rollcall.service:", "rollcall.timer:", "rollcall-serve.service:");
    var next =
        ShellRun.here(folder, List.of("systemd-analyze", "calendar", "*-*-* 08:00:00 UTC"))
            .succeeded();
    assertThat(next).contains("Next elapse");
    assertThat(Files.readString(UNITS.resolve("rollcall.timer")))
        .contains("OnCalendar=*-*-* 08:00:00 UTC");
  }

  private static void install(MinimalDebian debian, Path file) throws Exception {
    Files.copy(file, debian.root().resolve("package.deb"));
    debian.asRoot("dpkg", "--force-confold", "--install", "/package.deb").succeeded();
    Files.delete(debian.root().resolve("package.deb"));
  }

  /// Secrets are for root and the program's group, the state for its user alone.
  private static void isPrivate(MinimalDebian debian) throws Exception {
    var modes =
        "stat -c '%a %U:%G %n' /etc/rollcall/env /var/lib/rollcall /etc/rollcall/rollcall.yaml";
    assertThat(debian.asRoot("sh", "-c", modes).succeeded().lines())
        .containsExactly(
            "640 root:rollcall /etc/rollcall/env",
            "700 rollcall:rollcall /var/lib/rollcall",
            "644 root:root /etc/rollcall/rollcall.yaml");
  }

  private void playANight(MinimalDebian debian) throws Exception {
    try (var stage = new NightStage(folder)) {
      var variables = new StringBuilder();
      stage.environment().forEach((name, value) -> variables.append(name + "=" + value + "\n"));
      Files.writeString(debian.root().resolve("etc/rollcall/env"), variables);
      var user = debian.asRoot("id", "-u", "rollcall").succeeded().strip();
      var group = debian.asRoot("id", "-g", "rollcall").succeeded().strip();
      stage.playTwice(
          "Package",
          debian,
          user + ":" + group,
          stage.stateOf(Integer.parseInt(user)),
          Map.of(),
          List.of("/usr/bin/rollcall", "sync", "--config", "/etc/rollcall/rollcall.yaml"));
    }
  }

  private static List<String> changeSettings(MinimalDebian debian) throws IOException {
    var settings = debian.root().resolve("etc/rollcall/rollcall.yaml");
    Files.writeString(settings, "# ours\n", StandardOpenOption.APPEND);
    return settings(debian);
  }

  private static List<String> settings(MinimalDebian debian) throws IOException {
    var folder = debian.root().resolve("etc/rollcall");
    return List.of(
        Files.readString(folder.resolve("rollcall.yaml")),
        Files.readString(folder.resolve("env")),
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("env"))));
  }

  /// The same package as a later version.
  private Path next(Path file) throws Exception {
    var parts = folder.resolve("parts").toString();
    ShellRun.here(folder, List.of("dpkg-deb", "-R", file.toString(), parts)).succeeded();
    var control = Path.of(parts, "DEBIAN/control");
    var version = Pattern.compile("(?m)^Version: .*$");
    Files.writeString(
        control, version.matcher(Files.readString(control)).replaceFirst("Version: 99.0"));
    var next = folder.resolve("next.deb");
    ShellRun.here(folder, List.of("dpkg-deb", "-Znone", "-b", parts, next.toString())).succeeded();
    return next;
  }
}
