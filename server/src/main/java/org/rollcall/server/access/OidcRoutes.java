package org.rollcall.server.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.access.AccessRole;
import org.rollcall.access.SessionValue;
import org.rollcall.app.Logins;
import org.rollcall.model.PrintableText;
import org.rollcall.run.RunStopped;
import org.rollcall.server.oidc.OidcAttempt;
import org.rollcall.server.oidc.OidcClient;
import org.rollcall.server.oidc.OidcPerson;
import org.rollcall.server.oidc.OidcTrouble;
import org.rollcall.server.web.Routes;
import org.rollcall.settings.OidcSettings;

/// Lets people in for whom a provider of OpenID Connect vouches. What ties its answer to the
/// browser is derived from a cookie, so that any process of the service can take the answer.
///
/// @param trouble told a sentence when the provider cannot be asked or trusted
record OidcRoutes(
    OidcSettings settings,
    OidcClient client,
    Logins logins,
    LoginView view,
    RemoteAddress remote,
    WrongTries wrong,
    InstantSource clock,
    Consumer<String> trouble)
    implements Routes {
  /// Where the provider sends the browser back to.
  static final String BACK = "/login/oidc/callback";

  private static final int LONGEST = 100;

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/login/oidc", this::begin, PageNeeds.ANYBODY);
    routes.get(BACK, this::enter, PageNeeds.ANYBODY);
  }

  private void begin(Context context) throws InterruptedException {
    var to = OwnPath.of(context.queryParam("to"));
    var secret = Logins.random();
    try {
      var place = client.begin(attempt(secret, to));
      view.cookies().keepLogin(context, secret);
      context.redirect(place.toString(), HttpStatus.SEE_OTHER);
    } catch (OidcTrouble failed) {
      unreachable(context, to, failed);
    }
  }

  private void enter(Context context) throws InterruptedException {
    var from = remote.of(context);
    var now = clock.instant();
    var to = to(context);
    if (wrong.pause(from, now).isPresent()) {
      view.show(context, HttpStatus.TOO_MANY_REQUESTS, to, "Too many tries. Wait a minute.");
      return;
    }
    wrong.count(from, now);
    var attempt =
        view.cookies()
            .login(context)
            .map(secret -> attempt(secret, to))
            .filter(each -> isSame(each.state(), context.queryParam("state")));
    if (attempt.isEmpty() || !isOfProvider(context)) {
      view.show(
          context,
          HttpStatus.FORBIDDEN,
          to,
          "The login was begun elsewhere, or has been used already. Try again.");
    } else {
      enter(context, attempt.get(), to, from);
    }
  }

  private void enter(Context context, OidcAttempt attempt, OwnPath to, String from)
      throws InterruptedException {
    view.cookies().forgetLogin(context);
    var code = context.queryParam("code");
    if (code == null) {
      var error = Optional.ofNullable(context.queryParam("error")).orElse("no reason");
      view.show(
          context,
          HttpStatus.FORBIDDEN,
          to,
          "The provider let nobody in: %s.".formatted(printable(error)));
      return;
    }
    try {
      enter(context, client.finish(attempt, code), to, from);
      wrong.forgive(from);
    } catch (OidcTrouble failed) {
      unreachable(context, to, failed);
    } catch (RunStopped _) {
      view.show(
          context,
          HttpStatus.SERVICE_UNAVAILABLE,
          to,
          "Nobody can be let in now: the store cannot be reached. Try again.");
    }
  }

  private void enter(Context context, OidcPerson person, OwnPath to, String from) {
    var name = printable(person.name());
    var role = role(person.groups());
    if (role.isEmpty()) {
      logins.refused(name, from);
      view.show(
          context,
          HttpStatus.FORBIDDEN,
          to,
          "%s is in no group that may use Rollcall. Whoever keeps the settings (server.oidc.roles) can change that."
              .formatted(name));
      return;
    }
    view.cookies().keepSession(context, logins.byProvider(name, role.get(), from));
    context.redirect(to.text(), HttpStatus.SEE_OTHER);
  }

  /// The largest role of somebody in these groups; empty for none.
  private Optional<AccessRole> role(List<String> groups) {
    var roles = settings.roles();
    if (groups.stream().anyMatch(roles.admin()::contains)) {
      return Optional.of(AccessRole.ADMIN);
    }
    if (groups.stream().anyMatch(roles.operator()::contains)) {
      return Optional.of(AccessRole.OPERATOR);
    }
    return groups.stream().anyMatch(roles.viewer()::contains)
        ? Optional.of(AccessRole.VIEWER)
        : Optional.empty();
  }

  private void unreachable(Context context, OwnPath to, OidcTrouble failed) {
    trouble.accept(String.valueOf(failed.getMessage()));
    view.show(
        context,
        HttpStatus.BAD_GATEWAY,
        to,
        "The provider could not be asked, or said what cannot be trusted; the log of the service says more. Try again.");
  }

  /// Where the person wanted stands in the state, which the cookie signs.
  private static OidcAttempt attempt(SessionValue secret, OwnPath to) {
    var place =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(to.text().getBytes(StandardCharsets.UTF_8));
    return new OidcAttempt(
        secret.derived("state " + to.text()) + "." + place,
        secret.derived("nonce"),
        secret.derived("verifier"));
  }

  private static OwnPath to(Context context) {
    var state = Optional.ofNullable(context.queryParam("state")).orElse("");
    try {
      var place = Base64.getUrlDecoder().decode(state.substring(state.indexOf('.') + 1));
      return OwnPath.of(new String(place, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return OwnPath.START;
    }
  }

  private boolean isOfProvider(Context context) {
    return Optional.ofNullable(context.queryParam("iss"))
        .map(settings.issuer().toString()::equals)
        .orElse(true);
  }

  private static boolean isSame(String expected, @Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  private static String printable(String text) {
    return PrintableText.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
  }
}
