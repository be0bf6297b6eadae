package org.rollcall.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command and what it said.
record Shell(String command, int code, String said) {
  private static final int LONGEST_MINUTES = 8;

  /// Runs it to its end, both of its outputs in one.
  static Shell run(List<String> command, Path folder) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("ROLLCALL_JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
    return new Shell(String.join(" ", command), process.exitValue(), said);
  }

  /// What it said, of a command that has to succeed.
  String succeeded() {
    assertThat(code).as(command + ": " + said).isZero();
    return said;
  }
}
