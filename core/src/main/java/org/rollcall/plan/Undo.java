package org.rollcall.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.ValueKind;

/// Plans how to take back an earlier run: the last deed first, each as far as Intercom still shows
/// what that run left. What cannot be taken back is named.
///
/// It changes a value only if Intercom still has what that run wrote, so later edits are kept. It
/// touches no contact that is somebody else's by now.
public final class Undo {
  private final Now now;
  private final FormerValues values;

  /// The workspace as it is now.
  public interface Now {
    /// The contact, if it is a user or a lead that is neither archived nor blocked.
    Optional<Contact> contact(ContactId id);

    /// The user who carries this member's number.
    Optional<Contact> of(MemberId member);
  }

  /// @param kinds the mapped fields, and the kind of value of each
  public Undo(Now now, Map<FieldName, ValueKind> kinds) {
    this.now = now;
    this.values = new FormerValues(kinds);
  }

  /// What an earlier run did for one member.
  ///
  /// @param email the member's e-mail in that run; `""` for none
  /// @param deeds in the order in which they were done
  /// @param since when it was begun, in Unix seconds; 0 where that is not known
  public record Past(MemberId member, String email, List<DeedRecord> deeds, long since) {
    public Past {
      deeds = List.copyOf(deeds);
    }
  }

  /// The change that takes back `past`; a skip with a reason if nothing has to be done.
  public Change of(Past past) {
    var reversal = new Reversal(past, now, values);
    reversal.takeBack();
    return reversal.change();
  }
}
