package org.rollcall.server.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.function.Consumer;
import org.rollcall.access.AccessRole;
import org.rollcall.app.Access;
import org.rollcall.run.RunStopped;
import org.rollcall.server.web.Routes;
import org.rollcall.settings.ListenAddress;
import org.rollcall.settings.ServerSettings;

/// Stands before all paths. Whatever is below `/api` needs a token, from this machine too: other
/// users share it. Must be added before what it guards.
public final class Guard implements Routes {
  private static final String GUARDED = "/api/*";

  private final KnownHosts hosts;
  private final SafeHeaders headers;
  private final RemoteAddress remote;
  private final Credentials credentials;
  private final boolean openFigures;
  private final AuditedRequest audited;

  /// @param listen where the service listens
  /// @param trouble told a sentence when something was done that could not be written down
  public Guard(
      Access access, ListenAddress listen, ServerSettings settings, Consumer<String> trouble) {
    this.hosts = new KnownHosts(listen, settings.publicUrl().map(url -> url.getHost()));
    this.headers = new SafeHeaders(settings.behindProxy() || settings.certificate().isPresent());
    this.remote = new RemoteAddress(settings.behindProxy());
    this.credentials = new Credentials(access);
    this.openFigures = listen.isLoopback() && !settings.behindProxy();
    this.audited = new AuditedRequest(access, trouble);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(headers::addTo);
    routes.before(hosts::check);
    routes.before(GUARDED, this::identify);
    routes.beforeMatched(GUARDED, this::admit);
    routes.after(GUARDED, audited::end);
  }

  /// Lets whoever watches the service through: on this machine alone anybody, else whoever has a
  /// token. A proxy would let everybody in from this machine.
  ///
  /// @throws HttpResponseException when nobody is known by what the request shows
  public void admitToFigures(Context context) {
    if (!openFigures) {
      identify(context);
    }
  }

  private void identify(Context context) {
    try {
      credentials.check(context, remote.of(context)).knownTo(context);
    } catch (RunStopped _) {
      throw unavailable();
    }
  }

  private void admit(Context context) {
    var caller = Caller.of(context);
    var question = AuditedRequest.isQuestion(context);
    var needed = needed(context, question);
    try {
      if (!caller.role().includes(needed)) {
        audited.refused(context, caller, HttpStatus.FORBIDDEN.getCode());
        throw tooSmall(caller, needed);
      }
      if (!question) {
        audited.begin(context, caller);
      }
    } catch (RunStopped _) {
      throw unavailable();
    }
  }

  private static AccessRole needed(Context context, boolean question) {
    return context.routeRoles().stream()
        .filter(Needs.class::isInstance)
        .map(each -> ((Needs) each).role())
        .findFirst()
        .orElse(question ? AccessRole.VIEWER : AccessRole.OPERATOR);
  }

  private static HttpResponseException tooSmall(Caller caller, AccessRole needed) {
    return new HttpResponseException(
        HttpStatus.FORBIDDEN.getCode(),
        "Token %s has the role %s, and this needs %s. Nothing was done."
            .formatted(caller.name(), caller.role().word(), needed.word()),
        Map.of());
  }

  private static HttpResponseException unavailable() {
    return new HttpResponseException(
        HttpStatus.SERVICE_UNAVAILABLE.getCode(),
        "The store cannot be reached, so nobody can be let in. Nothing was done. Try again.",
        Map.of("Retry-After", "5"));
  }
}
