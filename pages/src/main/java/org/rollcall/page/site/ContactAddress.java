package org.rollcall.page.site;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.model.Workspace;

/// Where a person sees a contact in Intercom. Intercom does not document these addresses; they are
/// those that its own pages have.
final class ContactAddress {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Map<String, String> HOSTS =
      Map.of("US", "app.intercom.com", "EU", "app.eu.intercom.com", "AU", "app.au.intercom.com");

  private ContactAddress() {}

  /// @param contact its id; `""` for none
  /// @return empty where the workspace's region or either id is not known
  static Optional<String> of(Workspace workspace, String contact) {
    return Optional.ofNullable(HOSTS.get(workspace.region()))
        .filter(_ -> SAFE.matcher(workspace.id()).matches() && SAFE.matcher(contact).matches())
        .map(host -> "https://%s/a/apps/%s/users/%s".formatted(host, workspace.id(), contact));
  }
}
