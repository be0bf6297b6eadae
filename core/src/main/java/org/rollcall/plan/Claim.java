package org.rollcall.plan;

/// Whether a member may take a contact.
public sealed interface Claim {
  /// The member may take it.
  record Rightful(Match match) implements Claim {}

  /// It has the number of another member of the roster.
  record AnotherMembers(String externalId) implements Claim {}

  /// It has an external id that nobody on the roster has, and the settings say to leave such
  /// contacts.
  record UnknownExternalId(String externalId) implements Claim {}

  /// It has neither the member's number nor the member's address.
  record OtherEmail() implements Claim {}
}
