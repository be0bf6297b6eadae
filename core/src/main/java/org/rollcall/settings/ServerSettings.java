package org.rollcall.settings;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where the service answers, and how others reach it.
///
/// @param listen empty for the usual address, which this machine alone reaches
/// @param behindProxy whether a proxy that others reach by TLS stands before it
/// @param publicUrl the address by which others reach it; empty if the settings do not say
/// @param certificate with what it speaks TLS itself; empty for plain HTTP
/// @param oidc who vouches for people that log in, besides accounts; empty for nobody
public record ServerSettings(
    Optional<ListenAddress> listen,
    boolean behindProxy,
    Optional<URI> publicUrl,
    Optional<CertificateFiles> certificate,
    Optional<OidcSettings> oidc) {
  static final ServerSettings USUAL =
      new ServerSettings(
          Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());

  /// Files with a certificate and its key, as PEM.
  ///
  /// @param chain the certificate, and those between it and the root
  /// @param key the private key, as PKCS #8
  public record CertificateFiles(String chain, String key) {}

  /// The same, with what `place` makes of the paths of its files.
  public ServerSettings located(UnaryOperator<String> place) {
    return new ServerSettings(
        listen,
        behindProxy,
        publicUrl,
        certificate.map(
            files -> new CertificateFiles(place.apply(files.chain()), place.apply(files.key()))),
        oidc);
  }

  static ServerSettings read(Section root) {
    return root.optional("server").map(Field::section).map(ServerSettings::of).orElse(USUAL);
  }

  private static ServerSettings of(Section section) {
    var server =
        new ServerSettings(
            section
                .optional("listen")
                .flatMap(field ->
                    field.as(
                        "an address with a port, such as 127.0.0.1:8377 or [::1]:8377",
                        ListenAddress::read)),
            section.flag("behind_proxy"),
            section
                .optional("public_url")
                .flatMap(field ->
                    field.as(
                        "an address such as https://rollcall.example.org", Addresses::ofServer)),
            section.optional("certificate").map(Field::section).map(ServerSettings::certificate),
            section.optional("oidc").map(Field::section).map(OidcSettings::read));
    if (server.oidc().isPresent() && server.publicUrl().isEmpty()) {
      section
          .self()
          .report(
              "server.oidc sends people back to server.public_url, which is missing; expected an address such as https://rollcall.example.org");
    }
    section.close();
    return server;
  }

  private static CertificateFiles certificate(Section section) {
    var files =
        new CertificateFiles(
            section.text("chain", "a PEM file with the certificate and those up to the root"),
            section.text("key", "a PEM file with its private key"));
    section.close();
    return files;
  }
}
