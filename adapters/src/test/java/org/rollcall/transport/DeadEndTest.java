package org.rollcall.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.support.SelfSigned;
import org.rollcall.support.WrongDoor;

/// Which failures to connect no retry mends, with Java's own client and certificates.
@Tag("slow")
class DeadEndTest {
  @TempDir private Path folder;

  @Test
  void a_certificate_for_another_host() throws Exception {
    assertThat(sentences(SelfSigned.of("elsewhere.example", folder)))
        .contains("is for another host");
  }

  /// Java does not look at the dates of a certificate that it was told to trust.
  @Test
  void a_certificate_that_is_over_or_not_begun() {
    for (var date :
        List.of(new CertificateExpiredException(), new CertificateNotYetValidException())) {
      var failure = new SSLHandshakeException("PKIX path validation failed");
      failure.initCause(new CertPathValidatorException("validity check failed", date));
      assertThat(new DeadEnd(URI.create("https://localhost"), "URL").of(failure).orElseThrow())
          .contains("out of date, or not valid yet")
          .contains("clock");
    }
  }

  @Test
  void what_may_pass_is_none() {
    var end = new DeadEnd(URI.create("https://localhost"), "URL");
    assertThat(end.of(new ConnectException("refused"))).isEmpty();
    assertThat(end.of(new SSLHandshakeException("Remote host terminated the handshake"))).isEmpty();
    assertThat(end.of(new SSLException("Connection reset"))).isEmpty();
    assertThat(
            DeadEnd.isTemporary(
                new UnknownHostException("x: Temporary failure in name resolution")))
        .isTrue();
  }

  /// What is said of a server that shows `certificate`, to a client that trusts it.
  private static String sentences(SelfSigned certificate) throws Exception {
    try (var door = WrongDoor.tls(certificate.showing());
        var client = HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
      var address = URI.create("https://localhost:" + door.port());
      try {
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        return "";
      } catch (IOException failed) {
        return new DeadEnd(address, "URL").of(failed).orElse("none: " + failed);
      }
    }
  }
}
