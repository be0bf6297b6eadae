package org.rollcall.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.rollcall.app.Access;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.ListenAddress;
import org.rollcall.settings.ServerSettings;

/// Whether a service may be reached from other machines as it is set.
public final class Exposure {
  private Exposure() {}

  /// Refuses to start a service that others would reach unprotected.
  ///
  /// @throws RunStopped with what is missing, a sentence each
  public static void refuse(ListenAddress listen, ServerSettings settings, Access access) {
    var faults = faults(listen, settings, () -> hasToken(access));
    if (!faults.isEmpty()) {
      throw new RunStopped(RunStopped.Kind.SETTINGS, faults);
    }
  }

  private static boolean hasToken(Access access) {
    var now = access.clock().instant();
    return access.tokens().all().stream().anyMatch(each -> each.isValid(now));
  }

  /// What keeps the service from starting, a sentence each with what to do; none where it may
  /// start. On this machine alone it always may: its answers need a token there, too.
  ///
  /// @param listen where it shall listen
  /// @param hasToken whether there is a valid token; asked only off this machine
  static List<String> faults(
      ListenAddress listen, ServerSettings settings, BooleanSupplier hasToken) {
    var faults = new ArrayList<String>();
    if (!listen.isLoopback()) {
      if (!settings.behindProxy() && settings.certificate().isEmpty()) {
        faults.add(
            "Other machines can reach %s, and tokens would travel there unencrypted. Put a proxy that speaks TLS before the service and say so with server.behind_proxy: true in the settings, or give it a certificate with server.certificate; or listen on 127.0.0.1."
                .formatted(listen));
      }
      if (!hasToken.getAsBoolean()) {
        faults.add(
            "Other machines can reach %s, and nobody has a token yet. Make one with 'rollcall token add NAME --role ROLE'; or listen on 127.0.0.1."
                .formatted(listen));
      }
    }
    return faults;
  }
}
