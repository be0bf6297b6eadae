package org.rollcall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Stands between a client and a server, passes everything on, and from one moment on nothing more:
/// connections stay open and no answer comes, until it passes on again.
final class HangingProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final int server;
  private final AtomicReference<CountDownLatch> hanging =
      new AtomicReference<>(new CountDownLatch(0));

  private HangingProxy(ServerSocket socket, int server) {
    this.socket = socket;
    this.server = server;
    Thread.startVirtualThread(this::accept);
  }

  /// Passes on to a port of this machine; 0 for nobody.
  static HangingProxy to(int server) throws IOException {
    return new HangingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
  }

  int port() {
    return socket.getLocalPort();
  }

  void hang() {
    hanging.set(new CountDownLatch(1));
  }

  /// Passes on what was kept back, and all that comes.
  void resume() {
    hanging.get().countDown();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        Thread.startVirtualThread(() -> serve(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
      var back = Thread.startVirtualThread(() -> pass(behind, client));
      pass(client, behind);
      back.join();
    } catch (IOException _) {
      // One of both has gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      var bytes = new byte[8_192];
      for (int read = from.getInputStream().read(bytes);
          read >= 0;
          read = from.getInputStream().read(bytes)) {
        hanging.get().await();
        to.getOutputStream().write(bytes, 0, read);
      }
      to.shutdownOutput();
    } catch (IOException _) {
      // One of both has gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    resume();
    try {
      socket.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
