package org.rollcall.server.oidc;

import java.util.List;

/// Somebody for whom the provider vouches.
///
/// @param name what the provider calls the person: a name to log in with, else an e-mail address,
///   else a number
public record OidcPerson(String name, List<String> groups) {
  public OidcPerson {
    groups = List.copyOf(groups);
  }
}
