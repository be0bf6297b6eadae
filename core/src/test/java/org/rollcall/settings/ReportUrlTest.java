package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.SyncName;

class ReportUrlTest {
  @Test
  void names_of_the_run_take_their_places() {
    var url = ReportUrl.parse("https://reports.example.org/{sync}/{run}.html").orElseThrow();
    assertThat(url.of(new SyncName("north"), "20261123T080000Z-1f2e"))
        .isEqualTo("https://reports.example.org/north/20261123T080000Z-1f2e.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reports/{run}.html", "ftp://example.org/x", "https://", "https://a b"})
  void what_no_browser_opens_is_refused(String text) {
    assertThat(ReportUrl.parse(text)).isEmpty();
  }
}
