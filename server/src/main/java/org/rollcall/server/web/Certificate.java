package org.rollcall.server.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.rollcall.files.FileFailure;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.ListenAddress;
import org.rollcall.settings.ServerSettings.CertificateFiles;

/// A certificate with its key, by which the service speaks TLS itself. It is read once; after a
/// renewal the service has to be started again.
public final class Certificate {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private static final char[] IN_MEMORY_ALONE = {};

  private final KeyStore keys;

  private Certificate(KeyStore keys) {
    this.keys = keys;
  }

  /// Reads both files.
  ///
  /// @throws RunStopped with a sentence when one cannot be read or does not hold what it should
  public static Certificate read(CertificateFiles files) {
    try {
      var chain = chain(files.chain());
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(null, IN_MEMORY_ALONE);
      keys.setKeyEntry(
          "rollcall",
          key(files.key(), chain.getFirst()),
          IN_MEMORY_ALONE,
          chain.toArray(X509Certificate[]::new));
      return new Certificate(keys);
    } catch (IOException | GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has key stores in memory.", impossible);
    }
  }

  private static List<X509Certificate> chain(String file) {
    try (var stream = Files.newInputStream(Path.of(file))) {
      var chain =
          CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (chain.isEmpty()) {
        throw wrong("chain", file, "it holds no certificate");
      }
      return chain;
    } catch (IOException failed) {
      throw wrong("chain", file, FileFailure.words(failed));
    } catch (GeneralSecurityException | InvalidPathException _) {
      throw wrong("chain", file, "it holds no certificate as PEM");
    }
  }

  private static PrivateKey key(String file, X509Certificate owner) {
    try {
      var found = KEY.matcher(Files.readString(Path.of(file)));
      if (!found.find()) {
        throw wrong("key", file, "it holds no 'BEGIN PRIVATE KEY' (PKCS #8 as PEM)");
      }
      return KeyFactory.getInstance(owner.getPublicKey().getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1))));
    } catch (IOException failed) {
      throw wrong("key", file, FileFailure.words(failed));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      throw wrong("key", file, "it is not of the kind that the certificate has");
    }
  }

  private static RunStopped wrong(String which, String file, String why) {
    return new RunStopped(
        RunStopped.Kind.SETTINGS,
        "server.certificate.%s cannot be used: %s: %s.".formatted(which, file, why));
  }

  /// What answers TLS at `address`.
  Connector connector(Server server, HttpConfiguration http, ListenAddress address) {
    var secure = new HttpConfiguration(http);
    secure.addCustomizer(new SecureRequestCustomizer(false));
    var tls = new SslContextFactory.Server();
    tls.setKeyStore(keys);
    tls.setKeyStorePassword("");
    var connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(secure));
    connector.setHost(address.host());
    connector.setPort(address.port());
    return connector;
  }
}
