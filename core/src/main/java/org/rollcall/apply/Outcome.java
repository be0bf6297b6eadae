package org.rollcall.apply;

import java.util.LinkedHashSet;
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
/// An immutable value. It begins with who the member is and what became of them; each method that
/// returns an outcome adds one thing more.
///
/// A run keeps one for everybody whom its report names, so it is flat, and where nothing went wrong
/// it shares its lists and its trail with all others.
///
/// @param member whose contact it is
/// @param email the member's e-mail in the roster; `""` for none
/// @param name the member's name; `""` for none
/// @param result what became of it
/// @param contact the contact it ended on; empty where there is none
/// @param differences the fields that were written, or would have been
/// @param trail what it took to get there
/// @param putAway older contacts of the member that were archived, or merged where they were leads
/// @param requestId Intercom's id of the last request; `""` for none
public record Outcome(
    MemberId member,
    String email,
    String name,
    Result result,
    Optional<ContactId> contact,
    List<Difference> differences,
    Trail trail,
    List<Contact> putAway,
    String requestId) {
  public Outcome {
    differences = List.copyOf(differences);
    putAway = List.copyOf(putAway);
  }

  /// Of a member for whom nothing was written.
  public static Outcome of(MemberId member, String email, String name, Result result) {
    return new Outcome(
        member, email, name, result, Optional.empty(), List.of(), Trail.NONE, List.of(), "");
  }

  /// Of a member for whom nothing was written.
  public static Outcome of(Wanted wanted, Result result) {
    return of(wanted.member(), wanted.shown(FieldName.EMAIL), wanted.shown(FieldName.NAME), result);
  }

  /// Of a member who gets no contact.
  public static Outcome skipped(Change.Skip skip) {
    return of(skip.member(), skip.email(), "", new Result.Skipped(skip.reason()));
  }

  /// Of a member who was prepared in a run that does not call Intercom.
  ///
  /// @param result what would become of them
  public static Outcome prepared(Wanted wanted, Result result) {
    return of(wanted, result)
        .writing(Diff.ofNew(wanted))
        .after(Trail.NONE.warning(wanted.warnings()));
  }

  /// Why the member was skipped or not put right; `""` where they were neither.
  public String reason() {
    return switch (result) {
      case Result.Created _, Result.Updated _, Result.Unchanged _, Result.Departed _ -> "";
      case Result.Skipped(var reason) -> reason;
      case Result.NotDone notDone -> notDone.reason();
    };
  }

  /// The steps that were needed, in order.
  public List<Remedy> remedies() {
    return trail.spent();
  }

  /// Sentences for the operator.
  public List<String> warnings() {
    return trail.warnings();
  }

  /// What Intercom held after it had taken something else, and what that was.
  public List<Difference> notKept() {
    return trail.notKept();
  }

  /// The fields that Intercom would not take; the contact was written without them.
  public List<FieldName> leftOut() {
    return trail.without();
  }

  /// The member's leads that Intercom would not merge into their contact.
  public List<ContactId> unmerged() {
    return trail.unmerged();
  }

  /// How many of the member's contacts were put away.
  public int duplicatesArchived() {
    return putAway.size();
  }

  /// The same outcome, ending otherwise.
  public Outcome endingAs(Result other) {
    return new Outcome(member, email, name, other, contact, differences, trail, putAway, requestId);
  }

  /// The same outcome of a second try, telling also what the first one warned of.
  public Outcome following(Outcome first) {
    var before = new LinkedHashSet<>(first.warnings());
    before.removeAll(warnings());
    return before.isEmpty() ? this : after(trail.warningBefore(List.copyOf(before)));
  }

  /// The same outcome, on this contact.
  public Outcome on(ContactId id) {
    return new Outcome(
        member, email, name, result, Optional.of(id), differences, trail, putAway, requestId);
  }

  /// The same outcome with these fields written.
  public Outcome writing(List<Difference> fields) {
    return new Outcome(member, email, name, result, contact, fields, trail, putAway, requestId);
  }

  /// The same outcome, reached by this trail.
  public Outcome after(Trail other) {
    return new Outcome(
        member, email, name, result, contact, differences, other, putAway, requestId);
  }

  /// The same outcome with these contacts put away.
  public Outcome puttingAway(List<Contact> contacts) {
    return new Outcome(
        member, email, name, result, contact, differences, trail, contacts, requestId);
  }

  /// The same outcome with the id of the last request.
  public Outcome lastAsked(String request) {
    return new Outcome(member, email, name, result, contact, differences, trail, putAway, request);
  }
}
