package org.rollcall.plan;

/// Whether a contact is a member's to take.
public sealed interface Claim {
  /// It is.
  record Rightful(Match match) implements Claim {}

  /// It carries the number of another member of the roster.
  record AnotherMembers(String externalId) implements Claim {}

  /// It carries an external id that nobody on the roster has, and the settings say to leave such
  /// contacts.
  record UnknownExternalId(String externalId) implements Claim {}

  /// Nothing ties it to the member: it carries neither their number nor their address.
  record OtherEmail() implements Claim {}
}
