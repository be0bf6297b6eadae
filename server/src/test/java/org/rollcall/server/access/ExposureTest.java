package org.rollcall.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.settings.ListenAddress;
import org.rollcall.settings.ServerSettings;
import org.rollcall.settings.ServerSettings.CertificateFiles;

class ExposureTest {
  private static final ListenAddress EVERYWHERE = new ListenAddress("0.0.0.0", 8377);

  @Test
  void on_this_machine_it_may_always_start() {
    for (var host : new String[] {"127.0.0.1", "::1", "localhost"}) {
      assertThat(
              Exposure.faults(
                  new ListenAddress(host, 8377),
                  settings(false, false),
                  () -> {
                    throw new AssertionError("Nobody asks for a token there.");
                  }))
          .isEmpty();
    }
  }

  @Test
  void elsewhere_it_needs_tls_and_somebody_to_let_in() {
    assertThat(Exposure.faults(EVERYWHERE, settings(false, false), () -> false))
        .satisfiesExactly(
            tls -> assertThat(tls).contains("server.behind_proxy: true", "server.certificate"),
            token ->
                assertThat(token)
                    .contains(
                        "rollcall token add NAME --role ROLE",
                        "rollcall user add NAME --role ROLE"));
    assertThat(Exposure.faults(EVERYWHERE, settings(true, false), () -> false)).hasSize(1);
    assertThat(Exposure.faults(EVERYWHERE, settings(true, false), () -> true)).isEmpty();
    assertThat(Exposure.faults(EVERYWHERE, settings(false, true), () -> true)).isEmpty();
    assertThat(Exposure.faults(EVERYWHERE, settings(false, false), () -> true)).hasSize(1);
  }

  private static ServerSettings settings(boolean behindProxy, boolean certificate) {
    return new ServerSettings(
        Optional.empty(),
        behindProxy,
        Optional.empty(),
        certificate ? Optional.of(new CertificateFiles("a.pem", "b.pem")) : Optional.empty(),
        Optional.empty());
  }
}
