package org.rollcall.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.settings.ListenAddress;

class KnownHostsTest {
  private static final KnownHosts HERE =
      new KnownHosts(new ListenAddress("127.0.0.1", 8377), Optional.of("rollcall.example.org"));

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8377, true",
    "127.0.0.1, true",
    "localhost:8377, true",
    "LOCALHOST, true",
    "[::1]:8377, true",
    "rollcall.example.org, true",
    "Rollcall.Example.org:443, true",
    "evil.example.org:8377, false",
    "127.0.0.1.evil.example.org, false",
    "rollcall.example.org.evil.example.org, false",
    "'', false",
    "a b, false"
  })
  void on_this_machine_only_our_own_names_are_answered(String host, boolean known) {
    assertThat(HERE.isKnown(host)).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0, evil.example.org", "192.0.2.1, rollcall.internal:8377"})
  void where_others_reach_it_names_are_theirs_to_give(String listen, String host) {
    assertThat(new KnownHosts(new ListenAddress(listen, 8377), Optional.empty()).isKnown(host))
        .isTrue();
  }
}
