package org.rollcall.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A server on this machine at which no run can get on, and which counts who comes.
public final class WrongDoor implements AutoCloseable {
  private static final int SSL_REQUEST = 8;

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger visitors = new AtomicInteger();
  private final Manner manner;

  private WrongDoor(Manner manner) throws IOException {
    this.manner = manner;
    Thread.ofVirtual().start(this::serve);
  }

  @FunctionalInterface
  private interface Manner {
    void meet(Socket client) throws IOException;
  }

  /// Speaks TLS from the first byte.
  public static WrongDoor tls(SSLContext certificate) throws IOException {
    return new WrongDoor(client -> shake(client, certificate));
  }

  /// Speaks HTTP without TLS.
  public static WrongDoor plainHttp() throws IOException {
    return new WrongDoor(client -> {
      if (client.getInputStream().read() >= 0) {
        say(client, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      }
    });
  }

  /// Speaks PostgreSQL's protocol, and TLS where it is asked to.
  public static WrongDoor postgres(SSLContext certificate) throws IOException {
    return new WrongDoor(client -> {
      client.getInputStream().readNBytes(SSL_REQUEST);
      say(client, "S");
      shake(client, certificate);
    });
  }

  /// Speaks PostgreSQL's protocol, and no TLS.
  public static WrongDoor postgresWithoutTls() throws IOException {
    return new WrongDoor(client -> {
      client.getInputStream().readNBytes(SSL_REQUEST);
      say(client, "N");
    });
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// How many connections were made.
  public int visitors() {
    return visitors.get();
  }

  private static void shake(Socket client, SSLContext certificate) throws IOException {
    var secure =
        (SSLSocket)
            certificate.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    secure.getInputStream().read();
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var client = socket.accept()) {
        visitors.incrementAndGet();
        manner.meet(client);
      } catch (IOException _) {
        // The test is over, or the client has hung up.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
