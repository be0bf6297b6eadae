package org.rollcall.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPagesTest {
  private static final OwnPages HERE = new OwnPages(Optional.empty(), false);
  private static final OwnPages PUBLIC =
      new OwnPages(Optional.of(URI.create("https://rollcall.example.org")), true);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, true",
        "same-origin, http://127.0.0.1:8377, true",
        "none, -, true",
        "-, http://127.0.0.1:8377, true",
        "same-origin, null, true",
        "-, null, false",
        "cross-site, http://127.0.0.1:8377, false",
        "same-site, -, false",
        "cross-site, -, false",
        "-, http://127.0.0.1:8378, false",
        "-, https://127.0.0.1:8377, false",
        "-, http://evil.example.org, false",
        "same-origin, http://evil.example.org, false",
        "-, http://127.0.0.1:8377.evil.example.org, false"
      })
  void only_pages_of_ours_send_forms(String site, String origin, boolean sent) {
    assertThat(HERE.sent(site, origin, "127.0.0.1:8377")).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "https://rollcall.example.org, 127.0.0.1:8377, true",
    "https://ROLLCALL.example.org:443, 127.0.0.1:8377, true",
    "https://other.example.org, other.example.org, true",
    "http://rollcall.example.org, rollcall.example.org, false",
    "https://evil.example.org, rollcall.example.org, false"
  })
  void behind_a_proxy_they_have_the_public_name(String origin, String host, boolean sent) {
    assertThat(PUBLIC.sent(null, origin, host)).isEqualTo(sent);
  }
}
