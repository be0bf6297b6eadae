package org.rollcall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Stands between a client and a server, passes everything on, and from one moment on nothing more:
/// connections stay open and no answer comes, until it passes on again.
final class HangingProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final int server;
  private final List<Gate> gates = new CopyOnWriteArrayList<>(List.of(new Gate()));

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
    gates.forEach(Gate::close);
  }

  /// Passes on nothing more of those who are connected; who connects from now on is served.
  void hold() {
    hang();
    gates.add(new Gate());
  }

  /// Passes on what was kept back, and all that comes.
  void resume() {
    gates.forEach(Gate::open);
  }

  /// What the connections of one time pass through.
  private static final class Gate {
    private final AtomicReference<CountDownLatch> latch =
        new AtomicReference<>(new CountDownLatch(0));

    void close() {
      latch.set(new CountDownLatch(1));
    }

    void open() {
      latch.get().countDown();
    }

    void pass() throws InterruptedException {
      latch.get().await();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        var gate = gates.getLast();
        Thread.startVirtualThread(() -> serve(client, gate));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket client, Gate gate) {
    try (client;
        var behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
      var back = Thread.startVirtualThread(() -> pass(behind, client, gate));
      pass(client, behind, gate);
      back.join();
    } catch (IOException _) {
      // One of both has gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(Socket from, Socket to, Gate gate) {
    try {
      var bytes = new byte[8_192];
      for (int read = from.getInputStream().read(bytes);
          read >= 0;
          read = from.getInputStream().read(bytes)) {
        gate.pass();
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
