package org.rollcall.server.access;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.access.AccessRole;
import org.rollcall.access.KnownPeople;
import org.rollcall.access.Password;
import org.rollcall.access.PersonAccount;
import org.rollcall.access.PersonSession;
import org.rollcall.access.PersonSession.Origin;
import org.rollcall.app.Access;
import org.rollcall.app.Logins;
import org.rollcall.app.People;
import org.rollcall.model.Starter;
import org.rollcall.model.Trigger;
import org.rollcall.server.web.Routes;
import org.rollcall.server.web.WebServer;
import org.rollcall.settings.ListenAddress;
import org.rollcall.settings.OidcSettings;
import org.rollcall.settings.ServerSettings;
import org.rollcall.support.RememberedAccess;
import org.rollcall.support.RememberedPeople;

/// A few pages behind the guard, and the login.
final class PageStage implements AutoCloseable {
  static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  static final String PASSWORD = "correct horse battery";
  private static final ListenAddress HERE = new ListenAddress("127.0.0.1", 0);

  private static final Routes PATHS =
      routes -> {
        routes.get("/", context -> context.html("start"), PageNeeds.VIEWER);
        routes.get("/styles.css", context -> context.result("css"), PageNeeds.ANYBODY);
        routes.get(
            "/syncs/{name}",
            context ->
                context.html(
                    "%s <input name=\"csrf\" value=\"%s\">"
                        .formatted(Caller.of(context).who(), FormToken.of(context))),
            PageNeeds.VIEWER);
        routes.post("/syncs/{name}/run", context -> context.result("begun"), PageNeeds.OPERATOR);
        routes.get("/audit", context -> context.html("log"), PageNeeds.ADMIN);
        routes.get("/api/v1/syncs", context -> context.result("[]"));
      };

  final RememberedAccess access = new RememberedAccess();
  final RememberedPeople remembered = new RememberedPeople(access.entries);
  final List<String> troubles = new ArrayList<>();
  final People people;
  Instant now = EIGHT;
  private final WebServer server;

  /// @param behindProxy whether a proxy that speaks TLS stands before it
  PageStage(boolean behindProxy) throws IOException {
    this(behindProxy, Optional.empty());
  }

  /// Behind a proxy, with a provider that vouches for people.
  PageStage(OidcSettings oidc) throws IOException {
    this(true, Optional.of(oidc));
  }

  private PageStage(boolean behindProxy, Optional<OidcSettings> oidc) throws IOException {
    var starter = new Starter("ops", "cron-1", Trigger.COMMAND_LINE);
    var settings =
        new ServerSettings(
            Optional.empty(),
            behindProxy,
            behindProxy
                ? Optional.of(URI.create("https://rollcall.example.org"))
                : Optional.empty(),
            Optional.empty(),
            oidc);
    people = new People(remembered, remembered, starter, () -> now);
    var guarded = new Access(access, access, starter, () -> now);
    server =
        WebServer.start(
            HERE,
            Optional.empty(),
            List.of(
                new Guard(guarded, HERE, settings, troubles::add),
                new PageGuard(people, guarded, settings, troubles::add),
                new LoginRoutes(
                    people,
                    new Logins(people, access),
                    settings,
                    new PlainLoginPage(),
                    troubles::add),
                PATHS),
            broken -> troubles.add(broken.toString()));
  }

  void account(String name, AccessRole role) {
    people.add(name, role, Password.of(PASSWORD));
  }

  /// An account by which nobody can log in, and a browser in which somebody has.
  Browser inside(String name, AccessRole role) {
    remembered.accounts.put(
        name,
        new KnownPeople.Kept(
            new PersonAccount(name, role, EIGHT, "ops of cron-1", EIGHT, Optional.empty()), ""));
    var browser = browser();
    browser.cookies.put("rollcall-session", session(name, role));
    return browser;
  }

  /// The secret of a new session.
  String session(String name, AccessRole role) {
    var value = Logins.random();
    remembered.sessions.put(
        value.digest(), new PersonSession(name, Origin.ACCOUNT, role, now, now));
    return value.secret();
  }

  Browser browser() {
    return new Browser(server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
