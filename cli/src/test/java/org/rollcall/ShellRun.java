package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A command that tests ran as a real process.
///
/// @param text what it printed, on both streams
public record ShellRun(int code, String text) {
  private static final Duration USUAL = Duration.ofMinutes(2);

  /// For what makes a Debian, or all that people install.
  private static final Duration LONG = Duration.ofMinutes(8);

  /// Runs `command` in `folder`, with these variables and no others but the path.
  static ShellRun of(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().retainAll(Set.of("PATH"));
    builder.environment().putAll(environment);
    return ended(builder, USUAL);
  }

  /// Runs `command` in `folder` as somebody on this machine does, with the Java of the tests.
  public static ShellRun here(Path folder, List<String> command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("ROLLCALL_JAVA_HOME", System.getProperty("java.home"));
    return ended(builder, LONG);
  }

  /// What it printed, of a command that has to succeed.
  public String succeeded() {
    assertThat(code).as(text).isZero();
    return text;
  }

  private static ShellRun ended(ProcessBuilder builder, Duration longest)
      throws IOException, InterruptedException {
    var process = builder.start();
    process.getOutputStream().close();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(longest)).isTrue();
    return new ShellRun(process.exitValue(), text);
  }
}
