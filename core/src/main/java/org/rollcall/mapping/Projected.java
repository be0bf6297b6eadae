package org.rollcall.mapping;

import java.util.List;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;

/// The result of mapping a roster row.
public sealed interface Projected {
  /// The contact that the member should have.
  ///
  /// @param unknown the codes for which their vocabulary has no name
  record Ready(Wanted wanted, List<UnknownCode> unknown) implements Projected {
    public Ready {
      unknown = List.copyOf(unknown);
    }
  }

  /// The member gets no contact.
  ///
  /// @param email the roster's e-mail; `""` for none
  /// @param reason a sentence for the operator
  record Skipped(MemberId member, String email, String reason) implements Projected {}

  /// A code, and the vocabulary that has no name for it.
  record UnknownCode(String vocabulary, String code) {}
}
