package org.rollcall.demo;

import java.util.List;
import java.util.Optional;
import org.rollcall.access.AccessRole;
import org.rollcall.app.Access;

/// Lets whoever started the demo in. This is the place to make whatever opens the service: a token
/// for programs, and an account for people.
@FunctionalInterface
interface DemoGuest {
  /// Makes what opens the service, before there is one.
  ///
  /// @param access of the demo's store
  Invitation letIn(Access access);

  /// What to do with the service.
  @FunctionalInterface
  interface Invitation {
    /// @param address where it answers
    /// @return a line each
    List<String> to(String address);
  }

  /// A token that may do everything, for as long as the demo lives.
  static Invitation withToken(Access access) {
    var token = access.issue("demo", AccessRole.ADMIN, Optional.empty()).value().secret();
    return address ->
        List.of(
            "Programs show this token, which opens everything until the demo ends:",
            "  curl -H 'Authorization: Bearer %s' %s/api/v1/syncs".formatted(token, address));
  }
}
