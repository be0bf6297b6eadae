package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher as a real process, in a copy of the project whose JDKs and build are stand-ins.
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class LauncherTest {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final List<String> TOOLS =
      List.of(
          "dirname",
          "readlink",
          "find",
          "head",
          "mkdir",
          "touch",
          "cat",
          "rm",
          "sleep",
          "cp",
          "mv",
          "date");

  @TempDir private Path folder;
  private Path project;
  private Path tools;

  @BeforeEach
  void a_project_and_nothing_else() throws IOException {
    project = Files.createDirectories(folder.resolve("my project"));
    tools = Files.createDirectory(folder.resolve("bin"));
    for (var tool : TOOLS) {
      allow(tool);
    }
    Files.createDirectories(project.resolve("script"));
    Files.createDirectories(project.resolve("core/src/main"));
    Files.createDirectories(project.resolve("cli/target"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.copy(HOME.resolve("rollcall"), project.resolve("rollcall"));
    for (var part :
        List.of("script/java-options", "script/utf-8", "script/terminal", "script/warm-start")) {
      Files.copy(HOME.resolve(part), project.resolve(part));
    }
    var search = Files.readString(HOME.resolve("script/find-jdk"));
    assertThat(search).contains("/usr/lib/jvm/* /opt/*");
    Files.writeString(
        project.resolve("script/find-jdk"),
        search.replace("/usr/lib/jvm/* /opt/*", folder.resolve("jvm") + "/*"));
    script(
        project.resolve("mvnw"),
        """
        mkdir target/busy || echo overlap >> builds
        echo "$@" >> builds
        mkdir -p cli/target/lib
        echo "built $(cat builds)" > cli/target/rollcall.jar
        rm -r target/busy
        """);
  }

  @Test
  void without_a_jdk_it_says_so_in_one_line_and_exits_78() throws Exception {
    var old = jdk("jdk-17", "17.0.12");
    var ended = run(Map.of("ROLLCALL_JAVA_HOME", old.toString()));
    assertThat(ended.code()).isEqualTo(78);
    assertThat(ended.text())
        .isEqualTo(
            "rollcall: no JDK 25 or newer found; install one or set ROLLCALL_JAVA_HOME to it.\n");
  }

  @Test
  void it_finds_a_jdk_where_they_are_kept_whatever_the_default_is() throws Exception {
    built();
    jdk("jvm/a-17", "17.0.12");
    jdk("jvm/b-25", "25.0.3");
    var ended = run(Map.of(), "sync", "--limit=3", "two words");
    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.text().lines())
        .first()
        .isEqualTo(folder.resolve("jvm/b-25/bin/java").toString());
    assertThat(ended.text().lines())
        .contains("-XX:+UseSerialGC", "-Xms384m", "-Xmx384m", "-Drollcall.terminal=")
        .contains("-Drollcall.home=" + project.toRealPath())
        .endsWith("-jar", program().toString(), "sync", "--limit=3", "two words");
  }

  @Test
  void the_service_has_options_of_its_own_which_win() throws Exception {
    built();
    var ended = run(Map.of("ROLLCALL_JAVA_HOME", jdk25()), "serve");
    assertThat(ended.text())
        .containsSubsequence("-XX:TieredStopAtLevel=1", "-Xms24m", "-XX:TieredStopAtLevel=4");
    assertThat(run(Map.of("ROLLCALL_JAVA_HOME", jdk25()), "sync").text()).doesNotContain("-Xms24m");
  }

  @Test
  void the_person_may_add_options_for_java() throws Exception {
    built();
    var ended = run(Map.of("ROLLCALL_JAVA_OPTS", "-Xmx1g -Dx=y", "ROLLCALL_JAVA_HOME", jdk25()));
    assertThat(ended.text()).contains("-Xmx1g\n-Dx=y\n-jar\n");
  }

  @Test
  void it_may_be_called_through_links_from_any_folder() throws Exception {
    built();
    var elsewhere = Files.createDirectories(folder.resolve("else/where"));
    Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("../../my project/rollcall"));
    Files.createSymbolicLink(elsewhere.resolve("second"), elsewhere.resolve("first"));
    var process = start(elsewhere, Map.of("ROLLCALL_JAVA_HOME", jdk25()), "./second");
    assertThat(ended(process).text()).contains("-jar\n" + program() + "\n");
  }

  @Test
  void it_builds_when_there_is_no_program_or_a_source_is_newer() throws Exception {
    var environment = Map.of("ROLLCALL_JAVA_HOME", jdk25());
    assertThat(run(environment).text()).startsWith("rollcall: building");
    assertThat(run(environment).text()).doesNotContain("building");
    newerSource();
    assertThat(run(environment).text()).startsWith("rollcall: building");
    assertThat(builds())
        .hasSize(2)
        .allMatch(line -> line.startsWith("-q package -Dmaven.test.skip"));
  }

  @Test
  void a_build_that_fails_starts_nothing() throws Exception {
    script(project.resolve("mvnw"), "echo the compiler is cross; exit 1");
    var ended = run(Map.of("ROLLCALL_JAVA_HOME", jdk25()));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.text())
        .contains("the compiler is cross", "rollcall: the build failed")
        .doesNotContain("-jar");
  }

  @Test
  void a_build_that_fails_leaves_the_last_good_program_running() throws Exception {
    var environment = Map.of("ROLLCALL_JAVA_HOME", jdk25());
    run(environment);
    var good = program();
    script(project.resolve("mvnw"), "rm -rf cli/target/*; echo the compiler is cross; exit 1");
    newerSource();
    for (int night = 0; night < 2; night++) {
      var ended = run(environment, "sync");
      assertThat(ended.code()).isEqualTo(7);
      assertThat(ended.text())
          .contains("the compiler is cross", "Rollcall runs as it was built before")
          .contains("-jar\n" + good + "\nsync");
      assertThat(good).exists();
    }
  }

  @Test
  void a_disk_that_is_full_leaves_the_last_good_program_running() throws Exception {
    var environment = Map.of("ROLLCALL_JAVA_HOME", jdk25());
    run(environment);
    var good = program();
    newerSource();
    script(tools.resolve("cp"), "echo No space left on device >&2; exit 1");
    var ended = run(environment, "sync");
    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.text())
        .contains("No space left", "Rollcall runs as it was built before")
        .contains("-jar\n" + good + "\nsync");
  }

  @Test
  void a_first_build_says_what_it_does_and_about_how_long() throws Exception {
    assertThat(run(Map.of("ROLLCALL_JAVA_HOME", jdk25())).text())
        .startsWith("rollcall: building from the sources, once: ")
        .containsPattern("\\w+ to \\w+ minutes")
        .containsPattern("\\d+ MB");
  }

  @Test
  void what_maven_has_built_already_is_taken_over() throws Exception {
    built();
    assertThat(run(Map.of("ROLLCALL_JAVA_HOME", jdk25())).text()).doesNotContain("building");
    assertThat(project.resolve("builds")).doesNotExist();
    assertThat(program()).exists();
  }

  @Test
  void an_installation_that_cannot_be_written_is_run_as_it_is() throws Exception {
    assumeTrue(readOnly("true").code() == 0, "this user may not mount");
    var source = Files.writeString(project.resolve("core/src/main/New.java"), "class New {}");
    var environment = Map.of("ROLLCALL_JAVA_HOME", jdk25());
    var none = readOnly("exec ./rollcall sync");
    assertThat(none.code()).as(none.text()).isEqualTo(1);
    assertThat(none.text())
        .contains("rollcall: there is no program in ", "cannot be written")
        .doesNotContain("mkdir", "-jar");
    built();
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(3600)));
    assertThat(run(environment, "--version").text()).contains("building");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(7200)));
    var ended = readOnly("exec ./rollcall sync");
    assertThat(ended.code()).as(ended.text()).isEqualTo(7);
    assertThat(ended.text()).doesNotContain("building").contains("-jar");
  }

  /// The same project, mounted read-only for these commands.
  private Ended readOnly(String commands) throws Exception {
    var command =
        List.of(
            "unshare",
            "-m",
            "/bin/sh",
            "-c",
            "mount --bind . . && mount -o remount,bind,ro . && cd \"$PWD\" && PATH='%s' && %s"
                .formatted(tools, commands));
    var builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().put("ROLLCALL_JAVA_HOME", jdk25());
    builder.environment().put("HOME", folder.toString());
    return ended(builder.start());
  }

  @Test
  void several_at_once_build_once() throws Exception {
    allow("flock");
    assertThat(several()).containsOnly(7);
    assertThat(builds()).hasSize(1);
  }

  @Test
  void several_at_once_build_once_also_without_flock() throws Exception {
    assertThat(several()).containsOnly(7);
    assertThat(builds()).hasSize(1);
  }

  @Test
  void standard_input_reaches_the_program() throws Exception {
    script(folder.resolve("jdk/bin/java"), "cat");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"26-ea\"\n");
    var process = start(project, Map.of("ROLLCALL_JAVA_HOME", folder + "/jdk"), "./rollcall");
    try (var input = process.outputWriter()) {
      input.write("from the pipe");
    }
    assertThat(ended(process).text()).endsWith("from the pipe");
  }

  @Test
  void the_first_command_makes_a_cache_for_quick_starts_and_later_ones_use_it() throws Exception {
    allowAll("cksum", "mv", "mktemp");
    built();
    var environment = Map.of("ROLLCALL_JAVA_HOME", trainable("jdk-25", "exit 0"));
    assertThat(run(environment, "sync").text()).contains("-XX:AOTCache=" + aot());
    assertThat(run(environment, "sync").text()).contains("-XX:AOTCache=" + aot());
    assertThat(trainings("jdk-25")).hasSize(1);
    for (var quick : List.of("--version", "--help", "help")) {
      assertThat(run(environment, quick).text()).doesNotContain("AOTCache");
    }
  }

  @Test
  void another_jdk_and_another_program_get_caches_of_their_own() throws Exception {
    allowAll("cksum", "mv", "mktemp");
    built();
    run(Map.of("ROLLCALL_JAVA_HOME", trainable("jdk-25", "exit 0")), "sync");
    run(Map.of("ROLLCALL_JAVA_HOME", trainable("jdk-26", "exit 0")), "sync");
    Files.writeString(program(), "another");
    run(Map.of("ROLLCALL_JAVA_HOME", folder + "/jdk-26"), "sync");
    assertThat(trainings("jdk-25")).hasSize(1);
    assertThat(trainings("jdk-26")).hasSize(2);
  }

  @Test
  void a_cache_that_cannot_be_made_is_tried_once_and_nobody_hears_of_it() throws Exception {
    allowAll("cksum", "mv", "mktemp");
    built();
    var environment = Map.of("ROLLCALL_JAVA_HOME", trainable("jdk-25", "echo no >&2; exit 1"));
    var first = run(environment, "sync");
    assertThat(first.code()).isEqualTo(7);
    assertThat(first.text()).doesNotContain("AOTCache", "no\n");
    assertThat(run(environment, "sync").text()).doesNotContain("AOTCache");
    assertThat(trainings("jdk-25")).hasSize(1);
  }

  @Test
  void a_folder_that_cannot_be_written_keeps_the_cache_with_the_person() throws Exception {
    allowAll("cksum", "mv", "mktemp");
    built();
    Files.writeString(project.resolve("target/aot"), "in the way");
    var environment = Map.of("ROLLCALL_JAVA_HOME", trainable("jdk-25", "exit 0"));
    var ended = run(environment, "sync");
    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.text()).contains("-XX:AOTCache=" + folder.resolve(".cache/rollcall"));
  }

  @Test
  void a_folder_that_others_can_write_to_holds_no_cache() throws Exception {
    allowAll("cksum", "mv", "mktemp");
    built();
    var shared = Files.createDirectory(project.resolve("target/aot"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    var environment = Map.of("ROLLCALL_JAVA_HOME", trainable("jdk-25", "exit 0"));
    var cache = folder.resolve(".cache/rollcall");
    assertThat(run(environment, "sync").text()).contains("-XX:AOTCache=" + cache);
    assertThat(shared).isEmptyDirectory();
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxr-x"));
    assertThat(run(environment, "sync").text()).doesNotContain("AOTCache");
  }

  @Test
  void a_run_that_is_under_way_keeps_its_program_and_its_libraries() throws Exception {
    var environment = Map.of("ROLLCALL_JAVA_HOME", jdk25());
    run(environment);
    var running = program();
    newerSource();
    assertThat(run(environment).text()).contains("building");
    assertThat(program()).isNotEqualTo(running);
    assertThat(running).exists();
    assertThat(running.resolveSibling("lib")).exists();
  }

  @Test
  void programs_that_nobody_has_run_for_days_go() throws Exception {
    var environment = Map.of("ROLLCALL_JAVA_HOME", jdk25());
    run(environment);
    var old = program().getParent();
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(4 * 86_400)));
    newerSource();
    run(environment);
    assertThat(old).doesNotExist();
    assertThat(program()).exists();
  }

  private void newerSource() throws IOException {
    var source = Files.writeString(project.resolve("core/src/main/New.java"), "class New {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(3600)));
  }

  /// The program that was built last.
  private Path program() throws IOException {
    var programs = project.toRealPath().resolve("target/program");
    var name = Files.readString(programs.resolve("current")).strip();
    return programs.resolve(name).resolve("rollcall.jar");
  }

  private String aot() throws IOException {
    return project.toRealPath() + "/target/aot/";
  }

  /// A JDK that makes a cache when asked, notes that it was, and then does as `ending` says.
  private String trainable(String name, String ending) throws IOException {
    var jdk = jdk(name, name.substring("jdk-".length()) + ".0.3");
    script(
        jdk.resolve("bin/java"),
        """
        for option; do
          case $option in
            -XX:AOTCacheOutput=*)
              echo cache > "${option#*=}"; echo made >> '%s'; %s ;;
          esac
        done
        printf '%%s\\n' "$0" "$@"
        exit 7
        """
            .formatted(folder.resolve(name + ".made"), ending));
    return jdk.toString();
  }

  private List<String> trainings(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name + ".made"));
  }

  private void allowAll(String... tools) throws IOException {
    for (var tool : tools) {
      allow(tool);
    }
  }

  private List<Integer> several() throws Exception {
    var processes = new ArrayList<Process>();
    var environment = Map.of("ROLLCALL_JAVA_HOME", jdk25());
    for (var count = 0; count < 4; count++) {
      processes.add(start(project, environment, "./rollcall"));
    }
    var codes = new ArrayList<Integer>();
    for (var process : processes) {
      codes.add(ended(process).code());
    }
    return codes;
  }

  private record Ended(int code, String text) {}

  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("./rollcall"));
    command.addAll(List.of(arguments));
    return ended(start(project, environment, command.toArray(String[]::new)));
  }

  private Process start(Path from, Map<String, String> environment, String... command)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(from.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Ended ended(Process process) throws Exception {
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), text);
  }

  private String jdk25() throws IOException {
    return jdk("jdk-25", "25.0.3").toString();
  }

  /// A JDK whose `java` says how it was called, a line an argument, and exits with 7.
  @Test
  void without_a_locale_java_gets_one_with_utf_8() throws Exception {
    built();
    for (var tool : List.of("locale", "grep", "sort")) {
      allow(tool);
    }
    var java = jdk("jvm/b-25", "25.0.3").resolve("bin/java");
    Files.delete(java);
    script(java, "echo \"${LC_ALL-none} ${LC_CTYPE-none}\"");
    for (var locale :
        List.of(Map.<String, String>of(), Map.of("LANG", "C"), Map.of("LC_ALL", "POSIX"))) {
      assertThat(run(locale).text()).as("%s", locale).matches("none .*[uU][tT][fF]-?8\n");
    }
    assertThat(run(Map.of("LC_ALL", "C.UTF-8")).text()).isEqualTo("C.UTF-8 none\n");
  }

  private Path jdk(String name, String version) throws IOException {
    var jdk = folder.resolve(name);
    script(jdk.resolve("bin/java"), "printf '%s\\n' \"$0\" \"$@\"\nexit 7");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private void built() throws IOException {
    Files.createDirectories(project.resolve("target"));
    Files.createDirectories(project.resolve("cli/target/lib"));
    var jar = Files.writeString(project.resolve("cli/target/rollcall.jar"), "");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(project.resolve("builds"));
  }

  /// Puts a tool of this machine on the otherwise empty PATH.
  private void allow(String tool) throws IOException {
    for (var place : List.of("/bin", "/usr/bin")) {
      var real = Path.of(place, tool);
      if (Files.isExecutable(real)) {
        script(tools.resolve(tool), "exec " + real + " \"$@\"");
        return;
      }
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
