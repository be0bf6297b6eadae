package org.rollcall.support;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A key and a certificate that nobody vouches for, made anew by Java's keytool.
public final class SelfSigned {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore store;

  private SelfSigned(KeyStore store) {
    this.store = store;
  }

  /// A certificate for the host `name` and no other.
  ///
  /// @param options further ones of keytool, such as `-startdate -2d -validity 1`
  public static SelfSigned of(String name, Path folder, String... options)
      throws IOException, InterruptedException, GeneralSecurityException {
    var file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12"));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
    command.addAll(List.of("-dname", "CN=" + name, "-ext", "san=dns:" + name));
    command.addAll(List.of(options));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
    return new SelfSigned(KeyStore.getInstance(file.toFile(), PASSWORD));
  }

  /// For a server that shows it.
  public SSLContext showing() throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /// For a client that trusts it and nobody else.
  public SSLContext trusting() throws GeneralSecurityException, IOException {
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("it", store.getCertificate("it"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /// The certificate in a file, as PostgreSQL's clients read it.
  public Path pem(Path folder) throws IOException, GeneralSecurityException {
    var bytes = Base64.getMimeEncoder().encodeToString(store.getCertificate("it").getEncoded());
    return Files.writeString(
        Files.createTempFile(folder, "root", ".crt"),
        "-----BEGIN CERTIFICATE-----\n" + bytes + "\n-----END CERTIFICATE-----\n");
  }

  /// The key in a file, as other servers read it.
  public Path keyPem(Path folder) throws IOException, GeneralSecurityException {
    var bytes = Base64.getMimeEncoder().encodeToString(store.getKey("it", PASSWORD).getEncoded());
    return Files.writeString(
        Files.createTempFile(folder, "root", ".key"),
        "-----BEGIN PRIVATE KEY-----\n" + bytes + "\n-----END PRIVATE KEY-----\n");
  }
}
