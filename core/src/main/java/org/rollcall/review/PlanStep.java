package org.rollcall.review;

import java.util.List;
import org.rollcall.model.ContactId;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Difference;

/// One thing that is done to a contact.
///
/// @param fields what is written; empty for all but [Kind#WRITE]
public record PlanStep(Kind kind, ContactId contact, List<Difference> fields) {
  /// What is done.
  public enum Kind {
    WRITE,
    ARCHIVE,
    UNARCHIVE,
    BLOCK,
    UNBLOCK;

    /// As a file has it: `unarchive`.
    public String word() {
      return StoredWord.of(this);
    }
  }

  public PlanStep {
    fields = List.copyOf(fields);
  }

  /// What a reviewer has to know of `deed`.
  static PlanStep of(Deed deed) {
    return switch (deed) {
      case Deed.Write(var contact, _, var fields) -> new PlanStep(Kind.WRITE, contact, fields);
      case Deed.Archive(var contact, _) -> new PlanStep(Kind.ARCHIVE, contact, List.of());
      case Deed.Unarchive(var contact) -> new PlanStep(Kind.UNARCHIVE, contact, List.of());
      case Deed.Block(var contact) -> new PlanStep(Kind.BLOCK, contact, List.of());
      case Deed.Unblock(var contact) -> new PlanStep(Kind.UNBLOCK, contact, List.of());
    };
  }
}
