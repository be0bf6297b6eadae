package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.run.Report;
import org.rollcall.run.RunStopped;

class ExitCodeTest {
  @ParameterizedTest
  @CsvSource({
    "SUCCEEDED, 0",
    "FAILED, 1",
    "PARTIAL, 3",
    "REFUSED, 4",
    "PAUSED, 6",
    "INTERRUPTED, 130"
  })
  void each_ending_of_a_run_has_its_number(Report.Status status, int code) {
    assertThat(ExitCode.of(status).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"FAILED, 1", "SETTINGS, 2", "REFUSED, 4", "PAUSED, 6"})
  void each_reason_to_stop_has_its_number(RunStopped.Kind kind, int code) {
    assertThat(ExitCode.of(kind).code()).isEqualTo(code);
  }

  @Test
  void the_numbers_are_those_of_the_help() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code).toList())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 130);
    var screen = Captured.plain();
    screen.run(new FakeOperations(), "sync", "--help");
    var told =
        screen
            .out()
            .lines()
            .filter(line -> line.matches(" {2}\\d+ {3}.*"))
            .map(line -> line.strip().split(" ")[0])
            .collect(Collectors.toList());
    assertThat(told).containsExactly("0", "1", "2", "3", "4", "5", "6", "130");
  }
}
