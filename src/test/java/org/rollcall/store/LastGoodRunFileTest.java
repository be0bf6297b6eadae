package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastGoodRunFileTest {
  @TempDir private Path folder;
  private final List<String> troubles = new ArrayList<>();

  @Test
  void what_was_remembered_is_known_to_the_next_run() {
    var file = folder.resolve("deep/down/last-good-run");
    assertThat(new LastGoodRunFile(file, troubles::add).members()).isEmpty();
    new LastGoodRunFile(file, troubles::add).remember(20_123);
    new LastGoodRunFile(file, troubles::add).remember(20_124);
    assertThat(new LastGoodRunFile(file, troubles::add).members()).hasValue(20_124);
    assertThat(troubles).isEmpty();
  }

  @Test
  void a_spoilt_file_is_no_memory() throws IOException {
    var file = Files.writeString(folder.resolve("last-good-run"), "twenty thousand");
    assertThat(new LastGoodRunFile(file, troubles::add).members()).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_written_is_told_and_stops_nothing() throws IOException {
    var inTheWay = Files.writeString(folder.resolve("file"), "no folder");
    new LastGoodRunFile(inTheWay.resolve("last-good-run"), troubles::add).remember(1);
    assertThat(troubles).singleElement().asString().contains("cannot tell whether the roster");
  }
}
