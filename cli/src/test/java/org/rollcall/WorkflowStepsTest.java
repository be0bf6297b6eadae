package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the night at GitHub makes of an archive, and of an exit code, whatever the program does.
@Tag("slow")
class WorkflowStepsTest {
  @TempDir private Path folder;

  @Test
  void an_archive_that_somebody_changed_is_not_unpacked() throws Exception {
    var release = PublishedArchive.of(folder, "exit 0");
    Files.write(release.archive(), new byte[] {0}, StandardOpenOption.APPEND);
    var workflow = steps(release);
    var refused = workflow.run("night", WorkflowSteps.DOWNLOAD);
    assertThat(refused.code()).isNotZero();
    assertThat(refused.text()).contains("FAILED");
    assertThat(workflow.temporary().resolve("path")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, ''", "3, 0, ''", "4, 4, ::error", "1, 1, ::error", "2, 2, ::error"})
  void the_step_ends_as_the_night_did(int code, int end, String word) throws Exception {
    var workflow = steps(PublishedArchive.of(folder, "echo Failed: 2; exit " + code));
    assertThat(workflow.run("night", WorkflowSteps.DOWNLOAD).code()).isZero();
    var ended = workflow.run("night", "Sync");
    assertThat(ended.code()).isEqualTo(end);
    assertThat(ended.text()).contains("Failed: 2", word);
  }

  private WorkflowSteps steps(PublishedArchive release) throws Exception {
    return new WorkflowSteps(
        WorkflowSteps.NIGHT,
        Files.createDirectories(folder.resolve("checkout")),
        Map.of("ROLLCALL_RELEASES", release.releases().toUri().toString()),
        Map.of());
  }
}
