package org.rollcall.model;

/// Intercom's two kinds of contact.
public enum Role {
  /// A known person with an external id.
  USER,
  /// A visitor who left an address.
  LEAD
}
