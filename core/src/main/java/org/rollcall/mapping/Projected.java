package org.rollcall.mapping;

import java.util.List;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;

/// The result of mapping a roster row.
public sealed interface Projected {
  /// The contact that the member should have.
  ///
  /// @param unknown the codes for which their vocabulary has no name
  /// @param unfit the values that their attribute cannot hold; they are left alone in `wanted`
  record Ready(Wanted wanted, List<UnknownCode> unknown, List<UnfitValue> unfit)
      implements Projected {
    public Ready {
      unknown = List.copyOf(unknown);
      unfit = List.copyOf(unfit);
    }

    /// A contact whose values all fit, as far as the mapping knows.
    public Ready(Wanted wanted, List<UnknownCode> unknown) {
      this(wanted, unknown, List.of());
    }
  }

  /// The member gets no contact.
  ///
  /// @param email the roster's e-mail; `""` for none
  /// @param reason a sentence for the operator
  record Skipped(MemberId member, String email, String reason) implements Projected {}

  /// A value that the attribute of the workspace cannot hold.
  ///
  /// @param value as a person reads it
  record UnfitValue(FieldName field, String value, Unfit why) {}

  /// Why a value does not fit.
  enum Unfit {
    /// The attribute is a list, and the value is not on it.
    NOT_LISTED,
    /// The attribute holds whole numbers, and this is none.
    NO_WHOLE_NUMBER
  }

  /// A code, and the vocabulary that has no name for it.
  record UnknownCode(String vocabulary, String code) {}
}
