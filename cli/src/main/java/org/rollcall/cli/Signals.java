package org.rollcall.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/// The signals that the operating system sends to this process.
///
/// Java hands them out by `sun.misc.Signal` alone, a part of the module `jdk.unsupported` that
/// javac lets nobody name without a warning. So its classes are asked for by name.
final class Signals {
  private static final Class<?> SIGNAL = named("sun.misc.Signal");
  private static final Class<?> HANDLER = named("sun.misc.SignalHandler");

  private Signals() {}

  /// Runs `heard` on a thread of its own each time the signal comes, in place of what Java would
  /// do. A signal that the system or an option such as `-Xrs` keeps for itself is not heard.
  ///
  /// @param name without `SIG`, such as `TERM`
  static void hear(String name, Runnable heard) {
    try {
      var signal = SIGNAL.getConstructor(String.class).newInstance(name);
      SIGNAL.getMethod("handle", SIGNAL, HANDLER).invoke(null, signal, handler(heard));
    } catch (ReflectiveOperationException _) {
      // The signal does what it always does.
    }
  }

  private static Object handler(Runnable heard) {
    InvocationHandler call =
        (_, method, arguments) -> {
          if (method.getDeclaringClass() == HANDLER) {
            heard.run();
            return null;
          }
          return method.invoke(heard, arguments);
        };
    return Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {HANDLER}, call);
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(
          "This runtime lacks the module jdk.unsupported. Put it in.", missing);
    }
  }
}
