package org.rollcall.page.site;

/// Where people sign in.
///
/// @param token what the form carries
/// @param to where to go afterwards
/// @param fault why it did not work; `""` for the first time
/// @param hasAccounts whether there are accounts with a password
/// @param provider by whose account one may sign in instead; `""` for nobody's
public record LoginView(String token, String to, String fault, boolean hasAccounts, String provider)
    implements View {
  @Override
  public String template() {
    return "login";
  }
}
