package org.rollcall.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for programs that must be told theirs. They lie below those that the system gives to
/// whoever asks for any (from 32768 on Linux), so that nobody's outgoing connection takes one
/// between this look and the program's start.
final class FreePort {
  private static final int FIRST = 15_000;
  private static final int BEHIND_LAST = 30_000;

  private FreePort() {}

  /// A port on which nobody listens now.
  static int any() {
    while (true) {
      var port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
      if (isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}
