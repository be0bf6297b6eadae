package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.PrintableText;
import org.rollcall.sandbox.SampleRoster;

/// A member whose name was written to harm the operator's terminal and log.
@Tag("slow")
class HostileMemberTest {
  private static final String FORGED = "2026-11-23T08:00:00.000Z INFO  Run x succeeded";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    stage = new Stage(SampleRoster.of(40), folder);
    stage.sql(
        "insert into members(membernumber, email, firstname, lastname, phone, status, "
            + "membertypeid, region_id, facility_id) values ('1', 'ann@example.org', "
            + "E'Ann\\u001b]52;c;aGk=\\u0007\\r\\n"
            + FORGED
            + "\\n\\u009b31m\\u202egnp\\u2028', 'Example', E'\\u001b[2J555', 'Active', 6, 1, 1)");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void neither_a_screen_nor_a_file_holds_a_character_that_a_terminal_obeys() throws Exception {
    var log = folder.resolve("night.log");
    harmless(stage.rollcall("plan", "--all", "--privacy=show"));
    harmless(stage.rollcall("plan", "--json"));
    harmless(stage.rollcall("explain", "1", "--privacy=show"));
    harmless(
        stage.rollcall(
            "sync", "--privacy=show", "--log-file=" + log, "--report=" + stage.path("r.json")));
    harmless(stage.rollcall("explain", "1", "--json"));
    var history = stage.rollcall("history", "--json").out();
    var run = history.replaceAll("(?s).*?\"run\" : \"([^\"]+)\".*", "$1");
    harmless(stage.rollcall("history", run));
    harmless(stage.rollcall("undo", run));
    harmless(Files.readString(log));
    harmless(Files.readString(folder.resolve("r.json")));
    assertThat(stage.rollcall("explain", "1", "--privacy=show").out())
        .contains("Ann\\u001b]52;c;aGk=\\u0007");
  }

  private static void harmless(Stage.Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    harmless(ran.out());
    harmless(ran.err());
  }

  private static void harmless(String text) {
    assertThat(text.lines()).noneMatch(line -> line.startsWith(FORGED));
    assertThat(
            text.replace("\n", "")
                .codePoints()
                .filter(each -> !PrintableText.isPrintable(each))
                .boxed())
        .as(text)
        .isEmpty();
  }
}
