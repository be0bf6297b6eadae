package org.rollcall.review;

import java.util.List;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Leaver;
import org.rollcall.plan.Match;

/// One change of a plan, as far as a reviewer has to know it. It can be written to a file and read
/// again, and it cannot be applied.
public sealed interface PlanEntry {
  MemberId member();

  /// The member's e-mail; `""` for none.
  String email();

  /// What the entry is called in a file.
  PlanAction action();

  /// The fields that would be written, in their order.
  default List<Difference> fields() {
    return List.of();
  }

  /// The older contacts that would be put away.
  default List<SurplusContact> surplus() {
    return List.of();
  }

  /// Whether a reviewer sees the same in both.
  default boolean looksLike(PlanEntry other) {
    return equals(other);
  }

  /// What a reviewer has to know of `change`.
  static PlanEntry of(Change change) {
    return switch (change) {
      case Change.Create(var wanted, var fields) ->
          new Create(wanted.member(), wanted.shown(FieldName.EMAIL), fields);
      case Change.Update(var wanted, var contact, var match, var fields, var surplus) ->
          new Update(
              wanted.member(),
              wanted.shown(FieldName.EMAIL),
              contact.id(),
              match,
              fields,
              described(surplus));
      case Change.Revive(var wanted, var contact) ->
          new Revive(
              wanted.member(), wanted.shown(FieldName.EMAIL), contact.id(), contact.status());
      case Change.Unchanged(var wanted, var contact, var surplus) ->
          new Unchanged(
              wanted.member(), wanted.shown(FieldName.EMAIL), contact.id(), described(surplus));
      case Change.Skip(var member, var email, var reason) -> new Skip(member, email, reason);
      case Change.Clash(var wanted, var contact, var reason) ->
          new Clash(wanted.member(), wanted.shown(FieldName.EMAIL), contact.id(), reason);
      case Change.Depart(var member, var contact, var deed, var leaver) ->
          new Depart(
              member,
              contact.profile().shown(FieldName.EMAIL),
              contact.id(),
              PlanStep.of(deed),
              leaver);
      case Change.Restore(var member, var email, var contact, var deeds, var notes, var open) ->
          new Restore(
              member, email, contact, deeds.stream().map(PlanStep::of).toList(), notes, open);
    };
  }

  private static List<SurplusContact> described(List<Contact> surplus) {
    return surplus.stream().map(SurplusContact::of).toList();
  }

  /// A contact is made.
  record Create(MemberId member, String email, List<Difference> fields) implements PlanEntry {
    public Create {
      fields = List.copyOf(fields);
    }

    @Override
    public PlanAction action() {
      return PlanAction.CREATE;
    }
  }

  /// Fields of a contact are changed.
  ///
  /// @param match how the contact was recognised
  record Update(
      MemberId member,
      String email,
      ContactId contact,
      Match match,
      List<Difference> fields,
      List<SurplusContact> surplus)
      implements PlanEntry {
    public Update {
      fields = List.copyOf(fields);
      surplus = List.copyOf(surplus);
    }

    @Override
    public PlanAction action() {
      return PlanAction.UPDATE;
    }
  }

  /// A contact is brought back. What differs is known only then.
  record Revive(MemberId member, String email, ContactId contact, HiddenStatus was)
      implements PlanEntry {
    @Override
    public PlanAction action() {
      return PlanAction.REVIVE;
    }
  }

  /// A contact is right. Older ones of the member are put away.
  record Unchanged(MemberId member, String email, ContactId contact, List<SurplusContact> surplus)
      implements PlanEntry {
    public Unchanged {
      surplus = List.copyOf(surplus);
    }

    @Override
    public PlanAction action() {
      return PlanAction.UNCHANGED;
    }
  }

  /// Nothing is done, because the roster has a mistake.
  record Skip(MemberId member, String email, String reason) implements PlanEntry {
    @Override
    public PlanAction action() {
      return PlanAction.SKIP;
    }
  }

  /// Nothing is done, because a person has to decide whose the contact is.
  record Clash(MemberId member, String email, ContactId contact, String reason)
      implements PlanEntry {
    @Override
    public PlanAction action() {
      return PlanAction.CLASH;
    }
  }

  /// The contact of somebody who has left shows it.
  ///
  /// @param leaver in what way they have left
  record Depart(MemberId member, String email, ContactId contact, PlanStep step, Leaver leaver)
      implements PlanEntry {
    @Override
    public PlanAction action() {
      boolean marked = step.kind() == PlanStep.Kind.WRITE;
      return switch (leaver) {
        case INELIGIBLE -> marked ? PlanAction.MARK_LEAVER : PlanAction.ARCHIVE_LEAVER;
        case ORPHAN -> marked ? PlanAction.MARK_ORPHAN : PlanAction.ARCHIVE_ORPHAN;
      };
    }

    @Override
    public List<Difference> fields() {
      return step.fields();
    }
  }

  /// What an earlier run did is taken back.
  ///
  /// @param notes what stays as it is, a sentence each
  /// @param open what a person has to decide, a sentence each
  record Restore(
      MemberId member,
      String email,
      ContactId contact,
      List<PlanStep> steps,
      List<String> notes,
      List<String> open)
      implements PlanEntry {
    public Restore {
      steps = List.copyOf(steps);
      notes = List.copyOf(notes);
      open = List.copyOf(open);
    }

    @Override
    public PlanAction action() {
      return PlanAction.RESTORE;
    }

    @Override
    public List<Difference> fields() {
      return steps.stream().flatMap(step -> step.fields().stream()).toList();
    }

    /// Which of several steps writes a field is not shown.
    @Override
    public boolean looksLike(PlanEntry other) {
      return other instanceof Restore restore
          && member.equals(restore.member)
          && email.equals(restore.email)
          && contact.equals(restore.contact)
          && shown(steps).equals(shown(restore.steps))
          && fields().equals(restore.fields())
          && notes.equals(restore.notes)
          && open.equals(restore.open);
    }

    private static List<PlanStep> shown(List<PlanStep> steps) {
      return steps.stream()
          .map(step -> new PlanStep(step.kind(), step.contact(), List.of()))
          .toList();
    }
  }
}
