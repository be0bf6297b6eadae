package org.rollcall.sandbox;

/// Whether a contact can be seen, and if not, why. Intercom never shows this; only the status codes
/// of its answers tell.
public sealed interface Standing {
  /// As files and the sandbox's own pages write it.
  String label();

  /// Listed, found and changed like any other.
  record Active() implements Standing {
    @Override
    public String label() {
      return "active";
    }
  }

  /// Hidden, and can be brought back.
  record Archived() implements Standing {
    @Override
    public String label() {
      return "archived";
    }
  }

  /// Hidden, and can be brought back only after the block is lifted.
  record Blocked() implements Standing {
    @Override
    public String label() {
      return "blocked";
    }
  }

  /// Gone into another contact.
  ///
  /// @param into the other contact's id
  record Merged(String into) implements Standing {
    @Override
    public String label() {
      return "merged";
    }
  }

  /// Deleted, but its external id stays taken during a time of grace, which here never ends.
  record Doomed() implements Standing {
    @Override
    public String label() {
      return "doomed";
    }
  }
}
