package org.rollcall.sandbox;

/// Whether a contact is visible, and if not, why. Intercom never shows this state; only the status
/// codes of its answers reveal it.
public sealed interface ContactState {
  /// The name in files and on the sandbox's own pages.
  String label();

  /// Listed, found and changed as usual.
  record Active() implements ContactState {
    @Override
    public String label() {
      return "active";
    }
  }

  /// Hidden; it can be unarchived.
  record Archived() implements ContactState {
    @Override
    public String label() {
      return "archived";
    }
  }

  /// Hidden; it can be unarchived only after it is unblocked.
  record Blocked() implements ContactState {
    @Override
    public String label() {
      return "blocked";
    }
  }

  /// Merged into another contact.
  ///
  /// @param into the other contact's id
  record Merged(String into) implements ContactState {
    @Override
    public String label() {
      return "merged";
    }
  }

  /// Deleted, but its external id stays taken during a grace period. In the sandbox that period
  /// never ends.
  record Doomed() implements ContactState {
    @Override
    public String label() {
      return "doomed";
    }
  }
}
