package org.rollcall.demo;

import java.util.List;
import java.util.Optional;
import org.rollcall.access.AccessRole;
import org.rollcall.app.App;
import org.rollcall.app.People;
import org.rollcall.app.Selection;

/// Lets whoever started the demo in. This is the place to make whatever opens the service: a token
/// for programs, and an account for people.
@FunctionalInterface
interface DemoGuest {
  /// What account and token are called.
  String NAME = "demo";

  /// Makes what opens the service, before there is one.
  ///
  /// @param app the program of the demo's store
  /// @param selection its settings
  Invitation letIn(App app, Selection selection);

  /// What to do with the service.
  @FunctionalInterface
  interface Invitation {
    /// @param address where it answers
    /// @return a line each
    List<String> to(String address);
  }

  /// An account that may do everything, for as long as the demo lives.
  static Invitation withAccount(App app, Selection selection) {
    var password = People.random();
    var account = app.people(selection).add(NAME, AccessRole.ADMIN, password);
    return address ->
        List.of(
            "Open %s and sign in as %s with the password %s"
                .formatted(address, account.name(), password.secret()));
  }

  /// A token that may do everything, likewise.
  static Invitation withToken(App app, Selection selection) {
    var token = app.access(selection).issue(NAME, AccessRole.ADMIN, Optional.empty());
    return address ->
        List.of(
            "Programs show this token, which opens everything until the demo ends:",
            "  curl -H 'Authorization: Bearer %s' %s/api/v1/syncs"
                .formatted(token.value().secret(), address));
  }
}
