package org.rollcall.model;

/// Intercom's two kinds of contact.
public enum Role {
  /// Somebody known, with an identity of their own.
  USER,
  /// A visitor who left an address.
  LEAD
}
