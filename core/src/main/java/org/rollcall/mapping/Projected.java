package org.rollcall.mapping;

import java.util.List;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;

/// What the mapping made of a roster row.
public sealed interface Projected {
  /// The contact the member should have.
  ///
  /// @param unknown the codes met that their vocabulary has no name for
  record Ready(Wanted wanted, List<UnknownCode> unknown) implements Projected {
    public Ready {
      unknown = List.copyOf(unknown);
    }
  }

  /// The member gets no contact.
  ///
  /// @param email what the roster has for an e-mail; `""` for nothing
  /// @param reason a sentence for the operator
  record Skipped(MemberId member, String email, String reason) implements Projected {}

  /// A code and the vocabulary that lacks it.
  record UnknownCode(String vocabulary, String code) {}
}
