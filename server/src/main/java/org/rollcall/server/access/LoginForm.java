package org.rollcall.server.access;

/// What the page shows by which people log in.
///
/// @param token for the hidden field `csrf`
/// @param to for the hidden field `to`: the path of ours to which the person wanted; `/` where
///   nobody said
/// @param fault a sentence about what went wrong; `""` for nothing
/// @param hasAccounts whether to ask for `name` and `password`, which go to `POST /login`
/// @param provider the name of the provider to which `GET /login/oidc?to=…` leads; `""` for none
public record LoginForm(
    String token, String to, String fault, boolean hasAccounts, String provider) {}
