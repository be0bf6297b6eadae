package org.rollcall.support;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Speaks the start of PostgreSQL's protocol, refuses every login, and counts them.
public final class RefusingPostgres implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger logins = new AtomicInteger();
  private final String state;
  private final String words;

  public RefusingPostgres(String state, String words) throws IOException {
    this.state = state;
    this.words = words;
    Thread.ofVirtual().start(this::serve);
  }

  /// A URL with a user and a password that must not be shown.
  public String url() {
    return "postgresql://annabel:hunter2@127.0.0.1:%d/roster?sslmode=disable"
        .formatted(socket.getLocalPort());
  }

  /// How many logins were refused.
  public int logins() {
    return logins.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var client = socket.accept()) {
        refuse(client);
      } catch (IOException _) {
        // The test is over, or the driver has hung up.
      }
    }
  }

  private void refuse(Socket client) throws IOException {
    var in = new DataInputStream(client.getInputStream());
    in.readNBytes(in.readInt() - Integer.BYTES);
    logins.incrementAndGet();
    var fields = "SFATAL\0VFATAL\0C" + state + "\0M" + words + "\0\0";
    var body = fields.getBytes(StandardCharsets.UTF_8);
    var out = new DataOutputStream(client.getOutputStream());
    out.writeByte('E');
    out.writeInt(body.length + Integer.BYTES);
    out.write(body);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
