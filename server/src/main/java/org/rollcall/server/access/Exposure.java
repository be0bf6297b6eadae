package org.rollcall.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.rollcall.app.Access;
import org.rollcall.app.People;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.ListenAddress;
import org.rollcall.settings.ServerSettings;

/// Whether a service may be reached from other machines as it is set.
public final class Exposure {
  private Exposure() {}

  /// Refuses to start a service that others would reach unprotected.
  ///
  /// @throws RunStopped with what is missing, a sentence each
  public static void refuse(
      ListenAddress listen, ServerSettings settings, Access access, People people) {
    var faults =
        faults(
            listen,
            settings,
            () -> hasToken(access) || hasAccount(people) || settings.oidc().isPresent());
    if (!faults.isEmpty()) {
      throw new RunStopped(RunStopped.Kind.SETTINGS, faults);
    }
  }

  private static boolean hasToken(Access access) {
    var now = access.clock().instant();
    return access.tokens().all().stream().anyMatch(each -> each.isValid(now));
  }

  private static boolean hasAccount(People people) {
    return !people.accounts().all().isEmpty();
  }

  /// What keeps the service from starting, a sentence each with what to do; none where it may
  /// start. On this machine alone it always may: its answers need a token or a login there, too.
  ///
  /// @param listen where it shall listen
  /// @param isKnown whether there is anybody whom it would let in; asked only off this machine
  static List<String> faults(
      ListenAddress listen, ServerSettings settings, BooleanSupplier isKnown) {
    var faults = new ArrayList<String>();
    if (!listen.isLoopback()) {
      if (!settings.behindProxy() && settings.certificate().isEmpty()) {
        faults.add(
            "Other machines can reach %s, and tokens and passwords would travel there unencrypted. Put a proxy that speaks TLS before the service and say so with server.behind_proxy: true in the settings, or give it a certificate with server.certificate; or listen on 127.0.0.1."
                .formatted(listen));
      }
      if (!isKnown.getAsBoolean()) {
        faults.add(
            "Other machines can reach %s, and nobody has a token or an account yet. Make one with 'rollcall token add NAME --role ROLE' or 'rollcall user add NAME --role ROLE'; or listen on 127.0.0.1."
                .formatted(listen));
      }
    }
    return faults;
  }
}
