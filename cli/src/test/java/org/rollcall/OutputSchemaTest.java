package org.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The schemas in `docs/schema` describe what the program prints: each name, and no other.
class OutputSchemaTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("rollcall.module", "."), "src/test/resources/golden");

  @ParameterizedTest
  @CsvSource({
    "plan, plan.json",
    "plan, plan-refused.json",
    "plan, undo.json",
    "schedule, schedule.json",
    "report, report.json",
    "report, report-masked.json",
    "history, history.json",
    "history, history-run.json",
    "explanation, explain.json",
    "orphans, orphans.json",
    "doctor, doctor.json",
    "doctor, doctor-codes.json"
  })
  void what_is_printed_is_described(String schema, String printed) throws IOException {
    OutputSchema.of(schema).assertDescribes(Files.readString(GOLDEN.resolve(printed)));
  }
}
