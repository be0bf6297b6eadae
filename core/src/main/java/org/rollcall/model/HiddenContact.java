package org.rollcall.model;

import java.util.Optional;

/// A contact that Intercom does not list among the active ones, as far as its list of those tells.
///
/// @param externalId its external id, sign for sign; empty for none
/// @param email its e-mail; empty for none
public record HiddenContact(
    ContactId id, Optional<String> externalId, Optional<String> email, HiddenStatus status) {
  /// What is seen of its external id; empty where that is nothing.
  public Optional<MemberId> number() {
    return externalId.map(Visible::of).filter(number -> !number.isEmpty()).map(MemberId::new);
  }
}
