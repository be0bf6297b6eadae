package org.rollcall.server.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.access.AccessRole;
import org.rollcall.access.SessionValue;
import org.rollcall.app.Access;
import org.rollcall.app.People;
import org.rollcall.run.RunStopped;
import org.rollcall.server.web.Routes;
import org.rollcall.settings.ServerSettings;

/// Stands before the pages: the paths that say by [PageNeeds] what they need. It knows people by
/// the cookie of their session, sends whoever has none to the login, and takes no form that another
/// site has sent. Must be added before what it guards, and after the [Guard].
public final class PageGuard implements Routes {
  private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

  private final People people;
  private final BrowserCookies cookies;
  private final OwnPages pages;
  private final RemoteAddress remote;
  private final AuditedRequest audited;

  /// @param trouble told a sentence when something was done that could not be written down
  public PageGuard(
      People people, Access access, ServerSettings settings, Consumer<String> trouble) {
    var overTls = settings.behindProxy() || settings.certificate().isPresent();
    this.people = people;
    this.cookies = new BrowserCookies(overTls);
    this.pages = new OwnPages(settings.publicUrl(), overTls);
    this.remote = new RemoteAddress(settings.behindProxy());
    this.audited = new AuditedRequest(access, trouble);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.beforeMatched(context -> needs(context).ifPresent(needs -> admit(context, needs)));
    routes.after(context -> needs(context).ifPresent(_ -> audited.end(context)));
  }

  private static Optional<PageNeeds> needs(Context context) {
    return context.routeRoles().stream()
        .filter(PageNeeds.class::isInstance)
        .map(PageNeeds.class::cast)
        .findFirst();
  }

  private void admit(Context context, PageNeeds needs) {
    PageHeaders.addTo(context);
    needs.role().ifPresent(role -> admit(context, role));
  }

  private void admit(Context context, AccessRole needed) {
    try {
      var value = cookies.session(context);
      var caller = value.flatMap(shown -> caller(context, shown));
      if (caller.isEmpty()) {
        sendToLogin(context);
      } else {
        caller.get().knownTo(context);
        FormToken.keep(context, value.orElseThrow());
        check(context, caller.get(), value.orElseThrow(), needed);
      }
    } catch (RunStopped _) {
      throw new RefusedVisit(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The store cannot be reached, so nobody can be let in. Nothing was done. Try again.");
    }
  }

  private Optional<Caller> caller(Context context, SessionValue value) {
    var now = people.clock().instant();
    var digest = value.digest();
    var session = people.sessions().session(digest).filter(each -> each.isValid(now));
    session
        .filter(each -> !now.isBefore(each.seen().plus(BETWEEN_USES)))
        .ifPresent(_ -> people.sessions().seen(digest, now));
    return session.map(each -> Caller.of(each, remote.of(context)));
  }

  private void check(Context context, Caller caller, SessionValue value, AccessRole needed) {
    var question = AuditedRequest.isQuestion(context);
    if (!question && !pages.sent(context)) {
      throw refused(
          context,
          caller,
          "The form was not sent by a page of this service. Nothing was done. If others reach it by another name, declare it: server.public_url in the settings.");
    }
    if (!question && !FormToken.isIn(context, value)) {
      throw refused(
          context,
          caller,
          "The form is not of this session. Nothing was done. Load the page anew, and send it again.");
    }
    if (!caller.role().includes(needed)) {
      throw refused(
          context,
          caller,
          "%s has the role %s, and this needs %s. Nothing was done."
              .formatted(caller.name(), caller.role().word(), needed.word()));
    }
    if (!question) {
      audited.begin(context, caller);
    }
  }

  private RefusedVisit refused(Context context, Caller caller, String sentence) {
    audited.refused(context, caller, HttpStatus.FORBIDDEN.getCode());
    return new RefusedVisit(HttpStatus.FORBIDDEN, sentence);
  }

  /// A script of a page cannot show the login in the place of what it has asked for.
  private static void sendToLogin(Context context) {
    if (isOfScript(context)) {
      throw new RefusedVisit(
          HttpStatus.UNAUTHORIZED, "Nobody is logged in any more. Load the page anew to log in.");
    }
    context.redirect("/login" + after(context), HttpStatus.SEE_OTHER);
    context.skipRemainingHandlers();
  }

  private static boolean isOfScript(Context context) {
    return context.header("HX-Request") != null
        || Optional.ofNullable(context.header("Accept")).orElse("").contains("text/event-stream");
  }

  private static String after(Context context) {
    if (!AuditedRequest.isQuestion(context)) {
      return "";
    }
    var query = context.queryString();
    var to = OwnPath.of(context.path() + (query == null ? "" : "?" + query));
    return to.equals(OwnPath.START)
        ? ""
        : "?to=" + URLEncoder.encode(to.text(), StandardCharsets.UTF_8);
  }
}
