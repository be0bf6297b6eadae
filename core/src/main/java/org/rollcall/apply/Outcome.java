package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;
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
/// @param notKept what Intercom held after it had taken something else, and what that was
/// @param putAway older contacts of the member that were archived, or merged where they were leads
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
    List<Difference> notKept,
    List<Contact> putAway,
    String requestId) {
  public Outcome {
    differences = List.copyOf(differences);
    remedies = List.copyOf(remedies);
    warnings = List.copyOf(warnings);
    notKept = List.copyOf(notKept);
    putAway = List.copyOf(putAway);
  }

  /// Of a member for whom nothing was asked of Intercom.
  static Outcome untouched(Wanted wanted, Result result, Optional<ContactId> contact) {
    return new Outcome(
        wanted.member(),
        wanted.shown(FieldName.EMAIL),
        wanted.shown(FieldName.NAME),
        result,
        contact,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  /// Of a member who gets no contact.
  public static Outcome skipped(Change.Skip skip) {
    return new Outcome(
        skip.member(),
        skip.email(),
        "",
        new Result.Skipped(skip.reason()),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  /// Of a member who was prepared in a run that calls Intercom not at all.
  ///
  /// @param result what would become of them
  public static Outcome prepared(Wanted wanted, Result result) {
    return new Outcome(
        wanted.member(),
        wanted.shown(FieldName.EMAIL),
        wanted.shown(FieldName.NAME),
        result,
        Optional.empty(),
        Diff.ofNew(wanted),
        List.of(),
        wanted.warnings(),
        List.of(),
        List.of(),
        "");
  }

  /// The field that Intercom would not take, where the contact was written without it.
  public Optional<FieldName> leftOut() {
    return remedies.contains(Remedy.WITHOUT_FIELD)
        ? Optional.of(Steps.DISPENSABLE)
        : Optional.empty();
  }

  /// How many of the member's contacts were put away.
  public int duplicatesArchived() {
    return putAway.size();
  }

  /// The same outcome, ending otherwise.
  Outcome endingAs(Result other) {
    return new Outcome(
        member,
        email,
        name,
        other,
        contact,
        differences,
        remedies,
        warnings,
        notKept,
        putAway,
        requestId);
  }

  /// The same outcome with these contacts put away.
  Outcome puttingAway(List<Contact> contacts) {
    return new Outcome(
        member,
        email,
        name,
        result,
        contact,
        differences,
        remedies,
        warnings,
        notKept,
        contacts,
        requestId);
  }
}
