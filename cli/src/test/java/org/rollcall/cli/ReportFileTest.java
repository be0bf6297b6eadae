package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.json.ReportJson;
import org.rollcall.model.Privacy;
import org.rollcall.support.Golden;

class ReportFileTest {
  @TempDir private Path folder;

  @Test
  void the_report_has_the_documented_shape() throws IOException {
    var file = folder.resolve("report.json");
    assertThat(new ReportFile(file, Privacy.SHOW).write(Samples.partial())).isEmpty();
    Golden.assertMatches("report.json", Files.readString(file));
  }

  @Test
  void the_report_masks_people_when_asked() {
    Golden.assertMatches(
        "report-masked.json", JsonText.of(new ReportJson(Privacy.MASK).of(Samples.partial())));
  }

  @Test
  void an_older_report_is_replaced_and_nothing_is_left_beside_it() throws IOException {
    var file = Files.writeString(folder.resolve("report.json"), "last night");
    assertThat(new ReportFile(file, Privacy.SHOW).write(Samples.succeeded())).isEmpty();
    assertThat(file).content().startsWith("{").contains("\"succeeded\"");
    assertThat(folder).isDirectoryContaining("glob:**/report.json");
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void an_interrupted_run_still_writes_its_report() {
    var file = folder.resolve("report.json");
    Thread.currentThread().interrupt();
    var trouble = new ReportFile(file, Privacy.SHOW).write(Samples.succeeded());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(trouble).isEmpty();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void a_folder_that_is_not_there_is_a_sentence() {
    var file = folder.resolve("nowhere/report.json");
    assertThat(new ReportFile(file, Privacy.SHOW).write(Samples.succeeded()))
        .hasValue(
            "The report could not be written to %s: there is no such folder. The run itself ended as said above."
                .formatted(file));
  }

  @Test
  void a_folder_in_the_files_place_is_a_sentence() throws IOException {
    var file = Files.createDirectory(folder.resolve("report.json"));
    assertThat(new ReportFile(file, Privacy.SHOW).write(Samples.succeeded()))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("it is a folder"));
  }

  @Test
  void a_full_disk_is_a_sentence() {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only some systems have a disk that is always full");
    assertThat(new ReportFile(full, Privacy.SHOW).write(Samples.succeeded()))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("No space left on device"));
    assertThat(full).exists();
  }
}
