package org.rollcall.server.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rollcall.access.Password;
import org.rollcall.app.Logins;
import org.rollcall.app.People;
import org.rollcall.run.RunStopped;
import org.rollcall.server.oidc.OidcClient;
import org.rollcall.server.web.Routes;
import org.rollcall.settings.OidcSettings;
import org.rollcall.settings.ServerSettings;

/// Lets people in by name and password, or by a provider that vouches for them, and out again.
/// Stands behind a [PageGuard].
public final class LoginRoutes implements Routes {
  private static final String UNKNOWN = "The name or the password is wrong.";
  private static final String NOT_OURS =
      "The form was too old, or another site has sent it. Try again.";
  private static final String NOBODY =
      "Nobody can be let in now: the store cannot be reached, or too many are trying. Try again.";

  private final People people;
  private final Logins logins;
  private final LoginView view;
  private final BrowserCookies cookies;
  private final OwnPages pages;
  private final RemoteAddress remote;
  private final WrongTries wrongByAddress = new WrongTries();
  private final WrongTries wrongByAccount = new WrongTries();

  private final Optional<OidcRoutes> oidc;

  /// @param page shows the form
  /// @param trouble told a sentence when a provider cannot be asked or trusted
  public LoginRoutes(
      People people,
      Logins logins,
      ServerSettings settings,
      LoginPage page,
      Consumer<String> trouble) {
    var overTls = settings.behindProxy() || settings.certificate().isPresent();
    this.people = people;
    this.logins = logins;
    this.cookies = new BrowserCookies(overTls);
    this.pages = new OwnPages(settings.publicUrl(), overTls);
    this.remote = new RemoteAddress(settings.behindProxy());
    var provider = settings.oidc().map(each -> each.issuer().getHost()).orElse("");
    this.view = new LoginView(page, cookies, logins, provider);
    this.oidc = settings.oidc().map(each -> oidc(each, back(settings), trouble));
  }

  private OidcRoutes oidc(OidcSettings settings, String back, Consumer<String> trouble) {
    return new OidcRoutes(
        settings,
        new OidcClient(settings, back, people.clock()),
        logins,
        view,
        remote,
        wrongByAddress,
        people.clock(),
        trouble);
  }

  private static String back(ServerSettings settings) {
    var base = settings.publicUrl().map(URI::toString).orElse("");
    return base.replaceFirst("/$", "") + OidcRoutes.BACK;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/login", this::ask, PageNeeds.ANYBODY);
    routes.post("/login", this::enter, PageNeeds.ANYBODY);
    routes.post("/logout", this::leave, PageNeeds.VIEWER);
    oidc.ifPresent(each -> each.addTo(routes));
  }

  private void ask(Context context) {
    var to = OwnPath.of(context.queryParam("to"));
    if (isIn(context)) {
      context.redirect(to.text(), HttpStatus.SEE_OTHER);
    } else {
      view.show(context, HttpStatus.OK, to, "");
    }
  }

  private boolean isIn(Context context) {
    try {
      return cookies
          .session(context)
          .flatMap(value -> people.sessions().session(value.digest()))
          .filter(session -> session.isValid(people.clock().instant()))
          .isPresent();
    } catch (RunStopped _) {
      return false;
    }
  }

  private void enter(Context context) throws InterruptedException {
    var to = OwnPath.of(context.formParam("to"));
    if (!isOurs(context)) {
      view.show(context, HttpStatus.FORBIDDEN, to, NOT_OURS);
      return;
    }
    var from = remote.of(context);
    var name = Logins.name(Optional.ofNullable(context.formParam("name")).orElse(""));
    var now = people.clock().instant();
    var pause = pause(from, name, now);
    if (pause.isPresent()) {
      refuse(context, to, pause.get());
      return;
    }
    try {
      enter(context, to, from, name, now);
    } catch (RunStopped _) {
      view.show(context, HttpStatus.SERVICE_UNAVAILABLE, to, NOBODY);
    }
  }

  private boolean isOurs(Context context) {
    return pages.sent(context)
        && cookies.login(context).filter(login -> FormToken.isIn(context, login)).isPresent();
  }

  private void enter(Context context, OwnPath to, String from, String name, Instant now)
      throws InterruptedException {
    var password = Optional.ofNullable(context.formParam("password")).orElse("");
    // Counted before it is known, so that many at once are no way around.
    wrongByAddress.count(from, now);
    wrongByAccount.count(account(name), now);
    var session = logins.byPassword(name, Password.of(password), from);
    if (session.isEmpty()) {
      view.show(context, HttpStatus.FORBIDDEN, to, UNKNOWN);
      return;
    }
    wrongByAddress.forgive(from);
    wrongByAccount.forgive(account(name));
    cookies.forgetLogin(context);
    cookies.keepSession(context, session.get());
    context.redirect(to.text(), HttpStatus.SEE_OTHER);
  }

  private Optional<Duration> pause(String from, String name, Instant now) {
    return Stream.of(wrongByAddress.pause(from, now), wrongByAccount.pause(account(name), now))
        .flatMap(Optional::stream)
        .max(Duration::compareTo);
  }

  /// The longest name has 64 letters. Beyond, all names count as one.
  private static String account(String name) {
    return "account " + name.substring(0, Math.min(name.length(), 65));
  }

  private void refuse(Context context, OwnPath to, Duration pause) {
    long seconds = pause.plusMillis(999).toSeconds();
    context.header("Retry-After", String.valueOf(seconds));
    view.show(
        context,
        HttpStatus.TOO_MANY_REQUESTS,
        to,
        "Too many wrong tries. Wait %d seconds, and try again.".formatted(seconds));
  }

  private void leave(Context context) {
    cookies.session(context).ifPresent(value -> people.sessions().end(value.digest()));
    cookies.forgetSession(context);
    context.redirect("/login", HttpStatus.SEE_OTHER);
  }
}
