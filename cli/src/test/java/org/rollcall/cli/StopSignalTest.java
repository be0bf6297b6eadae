package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real process and real signals.
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class StopSignalTest {
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void the_first_signal_lets_the_run_finish(String signal) throws Exception {
    try (var program = Program.start("obedient")) {
      program.send(signal);
      assertThat(program.output().lines()).contains("asked", "hook");
      assertThat(program.exitCode()).isEqualTo(77);
    }
  }

  @Test
  void the_second_signal_ends_at_once_but_still_shuts_down() throws Exception {
    try (var program = Program.start("stubborn")) {
      program.send("INT");
      program.awaitAcknowledgement();
      program.send("INT");
      assertThat(program.output().lines()).contains("hook");
      assertThat(program.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void the_third_signal_waits_for_nobody() throws Exception {
    try (var program = Program.start("stuck")) {
      program.send("TERM");
      program.awaitAcknowledgement();
      program.send("TERM");
      assertThat(program.output().readLine()).isEqualTo("hook");
      program.send("TERM");
      assertThat(program.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void a_program_that_hears_nothing_ends_when_patience_does() throws Exception {
    try (var program = Program.start("deaf")) {
      program.send("TERM");
      assertThat(program.output().lines()).contains("hook");
      assertThat(program.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void a_run_that_does_not_look_is_interrupted_when_patience_ends() throws Exception {
    try (var program = Program.start("impatient")) {
      program.send("TERM");
      assertThat(program.output().lines()).contains("interrupted");
      assertThat(program.exitCode()).isEqualTo(78);
    }
  }

  /// [Stoppable] in a JVM of its own, ready for signals.
  private record Program(Process process, BufferedReader output) implements AutoCloseable {
    static Program start(String kind) throws IOException {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Stoppable.class.getName(),
                  kind)
              .redirectErrorStream(true)
              .start();
      var program = new Program(process, process.inputReader());
      assertThat(program.output().readLine()).isEqualTo("ready");
      return program;
    }

    void send(String signal) throws Exception {
      var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
      assertThat(kill.waitFor()).isZero();
    }

    void awaitAcknowledgement() throws IOException {
      assertThat(output.readLine()).isEmpty();
      assertThat(output.readLine()).startsWith("Stopping:");
    }

    int exitCode() throws InterruptedException {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
