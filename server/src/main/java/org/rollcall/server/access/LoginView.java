package org.rollcall.server.access;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.rollcall.app.Logins;
import org.rollcall.run.RunStopped;

/// Shows the page by which people log in, and ties it to the browser that sees it.
///
/// @param provider the name of the provider of OpenID Connect; `""` for none
record LoginView(LoginPage page, BrowserCookies cookies, Logins logins, String provider) {
  /// @param to where the person wanted
  /// @param fault a sentence about what went wrong; `""` for nothing
  void show(Context context, HttpStatus status, OwnPath to, String fault) {
    var login = cookies.login(context).orElseGet(Logins::random);
    cookies.keepLogin(context, login);
    var form = new LoginForm(login.formToken(), to.text(), fault, hasAccounts(), provider);
    context.status(status).html(page.html(form));
  }

  private boolean hasAccounts() {
    try {
      return logins.hasAccounts();
    } catch (RunStopped _) {
      return true;
    }
  }
}
