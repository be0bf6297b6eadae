package org.rollcall.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Tells the failures to reach a server that no retry mends from those that may pass: an unknown
/// name, a certificate that is not to be trusted, a server without TLS. Once the server has
/// answered, the address is right, and whatever fails may pass. The sentences quote nothing that
/// was sent. Safe for many threads.
public final class DeadEnd {
  private final URI address;
  private final String setting;
  private volatile boolean answered;

  /// @param address the server's
  /// @param setting where the address is set, for the sentence
  public DeadEnd(URI address, String setting) {
    this.address = address;
    this.setting = setting;
  }

  /// Notes that the server has answered.
  public void answered() {
    answered = true;
  }

  /// What failed and what to do, as sentences; empty where the failure may pass.
  public Optional<String> of(Throwable failure) {
    if (answered) {
      return Optional.empty();
    }
    var causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20).toList();
    return causes.stream().flatMap(each -> sentence(each).stream()).reduce((_, deepest) -> deepest);
  }

  private Optional<String> sentence(Throwable cause) {
    return switch (cause) {
      case UnresolvedAddressException _ -> isUnknown() ? Optional.of(unknown()) : Optional.empty();
      case CertificateExpiredException _, CertificateNotYetValidException _ ->
          Optional.of(outOfDate());
      case CertPathBuilderException _, CertPathValidatorException _ -> Optional.of(untrusted());
      case CertificateException other -> Optional.of(isOfOther(other) ? ofOther() : untrusted());
      case SSLException plain when isPlain(plain) -> Optional.of(withoutTls());
      case Throwable _ -> Optional.empty();
    };
  }

  /// The client does not say why a name was not found. A resolver that has no answer now may have
  /// one later.
  private boolean isUnknown() {
    try {
      var _ = InetAddress.getByName(address.getHost());
      return false;
    } catch (UnknownHostException unknown) {
      return !isTemporary(unknown);
    }
  }

  /// Whether the resolver has no answer now, but may have one later.
  public static boolean isTemporary(UnknownHostException unknown) {
    return Objects.requireNonNullElse(unknown.getMessage(), "").contains("Temporary failure");
  }

  /// Java's words for it; there is no class of its own.
  private static boolean isOfOther(CertificateException cause) {
    var words = Objects.requireNonNullElse(cause.getMessage(), "");
    return words.startsWith("No subject alternative") || words.startsWith("No name matching");
  }

  private static boolean isPlain(SSLException cause) {
    return Objects.requireNonNullElse(cause.getMessage(), "")
        .toLowerCase(Locale.ROOT)
        .contains("unrecognized ssl message");
  }

  private String unknown() {
    return "The name of the host %s is unknown. Check %s for a misspelling, and this machine's DNS."
        .formatted(address.getHost(), setting);
  }

  private String outOfDate() {
    return "The certificate of %s is out of date, or not valid yet. Check this machine's clock; if it is right, the certificate has to be renewed there. The address is that of %s."
        .formatted(place(), setting);
  }

  private String ofOther() {
    return "The certificate of %s is for another host. Check the address in %s: a secret is sent to nobody else."
        .formatted(place(), setting);
  }

  private String untrusted() {
    return "The certificate of %s is signed by nobody whom this machine trusts. Check the address in %s; where a proxy opens TLS on the way, add its certificate to Java's trust store."
        .formatted(place(), setting);
  }

  private String withoutTls() {
    return "The server at %s does not speak TLS. Check the address in %s, above all its port."
        .formatted(place(), setting);
  }

  private String place() {
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }
}
