package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Difference;

/// How one member's change ended.
///
/// @param member whose contact it is
/// @param email the member's e-mail in the roster; `""` for none
/// @param name the member's name; `""` for none
/// @param result what became of it
/// @param contact the contact it ended on; empty where there is none
/// @param differences the fields that were written, or would have been
/// @param remedies the steps that were needed, in order
/// @param warnings sentences for the operator
/// @param duplicatesArchived surplus contacts archived for this member
/// @param requestId Intercom's id of the last request; `""` for none
public record Outcome(
    MemberId member,
    String email,
    String name,
    Result result,
    Optional<ContactId> contact,
    List<Difference> differences,
    List<Remedy> remedies,
    List<String> warnings,
    int duplicatesArchived,
    String requestId) {
  public Outcome {
    differences = List.copyOf(differences);
    remedies = List.copyOf(remedies);
    warnings = List.copyOf(warnings);
  }
}
