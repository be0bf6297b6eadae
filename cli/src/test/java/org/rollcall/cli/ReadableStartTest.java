package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.settings.LostLetters;

class ReadableStartTest {
  private static final LostLetters ASCII = new LostLetters("ANSI_X3.4-1968");
  private static final LostLetters UTF_8 = new LostLetters("UTF-8");

  @Test
  void what_is_read_is_not_refused() {
    assertThat(start(ASCII, "/srv/club", "sync", "--config", "kaese.yaml").refusal()).isEmpty();
    assertThat(start(UTF_8, "/srv/k\u00e4se", "sync", "--config", "k\u00e4se.yaml").refusal())
        .isEmpty();
  }

  @Test
  void an_argument_that_is_lost_is_told_with_its_reason() {
    assertThat(start(ASCII, "/srv/club", "sync", "--config", "k\uFFFD\uFFFDse.yaml").refusal())
        .contains(
            "The argument \"k\uFFFD\uFFFDse.yaml\" cannot be read: letters beyond ASCII are lost, because no UTF-8 locale is set (Java reads ANSI_X3.4-1968); start Rollcall with its launcher ./rollcall, or set LC_ALL=C.UTF-8.");
    assertThat(start(UTF_8, "/srv/club", "init", "k\uFFFDse.yaml").refusal())
        .contains(
            "The argument \"k\uFFFDse.yaml\" cannot be read: it is not UTF-8; write it in UTF-8.");
  }

  @Test
  void a_folder_that_is_lost_is_told_where_a_command_needs_it() {
    assertThat(start(ASCII, "/srv/k\uFFFDse", "sync").refusal().orElseThrow())
        .startsWith("The folder that Rollcall was started in, /srv/k\uFFFDse, cannot be read: ");
    assertThat(start(ASCII, "/srv/k\uFFFDse").refusal()).isEmpty();
    assertThat(start(ASCII, "/srv/k\uFFFDse", "sync", "--help").refusal()).isEmpty();
    assertThat(start(ASCII, "/srv/k\uFFFDse", "-V").refusal()).isEmpty();
  }

  private static ReadableStart start(LostLetters letters, String folder, String... arguments) {
    return new ReadableStart(List.of(arguments), folder, letters);
  }
}
