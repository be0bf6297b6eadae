package org.rollcall.apply;

import java.util.List;
import org.rollcall.apply.Reply.Accepted;
import org.rollcall.apply.Reply.AnswerLost;
import org.rollcall.apply.Reply.Blocked;
import org.rollcall.apply.Reply.Conflict;
import org.rollcall.apply.Reply.Denied;
import org.rollcall.apply.Reply.Found;
import org.rollcall.apply.Reply.Matches;
import org.rollcall.apply.Reply.Merged;
import org.rollcall.apply.Reply.Missing;
import org.rollcall.apply.Reply.Refused;
import org.rollcall.apply.Reply.Surveyed;
import org.rollcall.apply.Reply.Transient;
import org.rollcall.apply.Reply.Unavailable;
import org.rollcall.apply.Reply.Unrestorable;
import org.rollcall.apply.Reply.Unsupported;
import org.rollcall.apply.Request.Archive;
import org.rollcall.apply.Request.Block;
import org.rollcall.apply.Request.Create;
import org.rollcall.apply.Request.FindByEmail;
import org.rollcall.apply.Request.FindByExternalId;
import org.rollcall.apply.Request.Inspect;
import org.rollcall.apply.Request.Merge;
import org.rollcall.apply.Request.OfContact;
import org.rollcall.apply.Request.Unarchive;
import org.rollcall.apply.Request.Unblock;
import org.rollcall.apply.Request.Update;
import org.rollcall.model.Contact;
import org.rollcall.model.Policy;
import org.rollcall.plan.Candidates;
import org.rollcall.plan.Change;
import org.rollcall.plan.Roll;

/// What to do next for a member, for everything that Intercom may answer to everything it may be
/// asked.
///
/// Pure and total: the compiler proves that no pair of request and reply is forgotten. It ends:
/// every step that asks again spends a [Remedy], and each can be spent once a member.
public final class Recovery {
  private final Recognition recognition;
  private final WriteCheck check;
  private final FieldRefusal refusal;

  /// @param began when the run began: a contact that is younger was made by it
  public Recovery(Roll roll, Policy policy, Beginning began) {
    var candidates = new Candidates(roll, policy);
    this.recognition = new Recognition(candidates, roll, began);
    this.check = new WriteCheck(candidates);
    this.refusal = new FieldRefusal(check);
  }

  /// The step after `reply` to what `attempt` asked.
  public Step next(Attempt attempt, Reply reply) {
    return switch (new Asked(attempt.request(), reply)) {
      case Asked(OfContact _, Denied denied) -> Endings.halt(attempt, denied);
      case Asked(OfContact _, Surveyed _) -> Endings.unexpected(attempt, reply);

      case Asked(Update former, Reply any) when attempt.isHandingBack() ->
          Endings.handedBack(attempt, former, any);
      case Asked(Update aside, Accepted _) when attempt.isPuttingAside(aside.id()) ->
          Steps.afterArchive(attempt);
      case Asked(Update aside, Reply any) when attempt.isPuttingAside(aside.id()) ->
          Endings.notPutAside(attempt, aside.id(), any);

      case Asked(Create _, Accepted(var contact))
          when attempt.search().isPresent() && !recognition.isAnothers(attempt, contact) ->
          refusal.accepted(attempt, attempt.search().get(), contact);
      case Asked(Update _, Accepted(var contact))
          when attempt.search().isPresent() && !recognition.isAnothers(attempt, contact) ->
          refusal.accepted(attempt, attempt.search().get(), contact);
      case Asked(Create create, Accepted(var contact)) -> check.made(attempt, create, contact);
      case Asked(Update update, Accepted(var contact)) -> check.changed(attempt, update, contact);
      case Asked(Create _, Conflict conflict) -> conflict(attempt, conflict);
      case Asked(Update _, Conflict conflict) -> conflict(attempt, conflict);
      case Asked(Create(var fields), Refused refused) -> refusal.refused(attempt, fields, refused);
      case Asked(Update(_, var fields), Refused refused) ->
          refusal.refused(attempt, fields, refused);
      case Asked(Create _, Unrestorable(var text)) -> Endings.unrestorable(attempt, text);
      case Asked(Update _, Unrestorable(var text)) -> Endings.unrestorable(attempt, text);
      case Asked(Update(var id, _), Missing _) -> Steps.unarchive(attempt, id);
      case Asked(Update _, Merged merged) -> Steps.follow(attempt, merged);
      case Asked(Create _, Merged merged) -> Steps.follow(attempt, merged);

      case Asked(Create _, AnswerLost(var text)) -> Steps.checkCreated(attempt, text);
      case Asked(Update(var id, _), AnswerLost(var text)) -> Steps.checkUpdated(attempt, id, text);

      case Asked(Inspect _, Found(var contact)) when attempt.unconfirmed().isPresent() ->
          check.reread(attempt, attempt.unconfirmed().get(), contact);
      case Asked(Inspect _, Missing(var text)) when attempt.unconfirmed().isPresent() ->
          Endings.passing(attempt, text);
      case Asked(Inspect _, Transient passing) when attempt.onlyPutsAway() ->
          Endings.unread(attempt, passing.text());
      case Asked(Inspect _, Found(var contact)) -> recognition.judge(attempt.undecided(), contact);
      case Asked(Inspect _, Missing _) when attempt.verdict().isPresent() ->
          new Step.Done(attempt, attempt.verdict().get());
      case Asked(Inspect _, Missing(var text)) -> Steps.createAnew(attempt, text);
      case Asked(Inspect _, Merged merged) -> Steps.follow(attempt, merged);
      case Asked(FindByExternalId _, Found(var contact)) ->
          recognition.judge(attempt.undecided(), contact);
      case Asked(FindByExternalId _, Matches(var contacts, _)) when !contacts.isEmpty() ->
          recognition.judge(attempt.undecided(), contacts.getFirst());
      case Asked(FindByExternalId _, Matches _) when attempt.verdict().isPresent() ->
          new Step.Done(attempt, attempt.verdict().get());
      case Asked(FindByExternalId _, Matches _) -> Steps.findByEmail(attempt);
      case Asked(FindByExternalId _, Missing _) -> Steps.findByEmail(attempt);
      case Asked(FindByExternalId _, Merged merged) -> Steps.follow(attempt, merged);
      case Asked(FindByEmail _, Matches matches) -> recognition.choose(attempt, matches);

      case Asked(Unarchive(var id), Accepted(var contact)) ->
          recognition.revived(attempt.reviving(id), contact);
      case Asked(Unarchive _, Blocked(var id, var text)) -> Steps.unblock(attempt, id, text);
      case Asked(Unarchive _, Unrestorable(var text)) -> Steps.findSurvivor(attempt, text);
      case Asked(Unarchive _, Conflict conflict) when attempt.isPlannedRevival() ->
          conflict(attempt, conflict);
      case Asked(Unarchive _, Conflict(_, _, var text)) -> Endings.unrestorable(attempt, text);
      case Asked(Unarchive _, Merged merged) -> Steps.follow(attempt, merged);
      case Asked(Unarchive _, Missing(var text)) -> Steps.createAnew(attempt, text);
      case Asked(Unarchive _, Unavailable(var text)) -> Endings.unrestorable(attempt, text);
      case Asked(Unblock(var id), Accepted _) -> new Step.Send(attempt.asking(new Unarchive(id)));
      case Asked(Unblock(var id), Unsupported _) -> Endings.unblockByHand(attempt, id);
      case Asked(Unblock(var id), Missing _) -> Endings.unblockByHand(attempt, id);

      case Asked(Archive _, Accepted _) -> Steps.afterArchive(attempt);
      case Asked(Archive _, Missing _) -> Steps.afterArchive(attempt);
      case Asked(Archive(var id), Reply _) -> Endings.leftActive(attempt, id, reply);

      case Asked(Block _, Accepted _) -> Steps.afterArchive(attempt);
      case Asked(Block _, Missing _) -> Steps.afterArchive(attempt);
      case Asked(Block(var id), Reply _) -> Endings.leftActive(attempt, id, reply);

      case Asked(OfContact _, Transient passing) -> Endings.passing(attempt, passing.text());
      case Asked(Create _, Reply _) -> Endings.unexpected(attempt, reply);
      case Asked(Update _, Reply _) -> Endings.unexpected(attempt, reply);
      case Asked(Inspect _, Reply _) -> Endings.unexpected(attempt, reply);
      case Asked(FindByExternalId _, Reply _) -> Endings.unexpected(attempt, reply);
      case Asked(FindByEmail _, Reply _) -> Endings.unexpected(attempt, reply);
      case Asked(Unarchive _, Reply _) -> Endings.unexpected(attempt, reply);
      case Asked(Unblock _, Reply _) -> Endings.unexpected(attempt, reply);
      case Asked(Merge _, Reply _) -> Endings.unexpected(attempt, reply);
    };
  }

  /// `changes` in the order in which they do not stand in each other's way.
  List<Change> inOrder(List<Change> changes) {
    return recognition.inOrder(changes);
  }

  /// Whether others have the same e-mail as this change's member, or take part in the same move of
  /// numbers. What one of them finds may soon become another's, so they go one after the other.
  boolean isContested(Change change) {
    return recognition.isOfMovedNumber(change.member()) || sharesEmail(change);
  }

  private boolean sharesEmail(Change change) {
    return switch (change) {
      case Change.Create create -> recognition.isContested(create.wanted());
      case Change.Update update -> recognition.isContested(update.wanted());
      case Change.Unchanged same -> recognition.isContested(same.wanted());
      case Change.Revive revive -> recognition.isContested(revive.wanted());
      case Change.Depart _, Change.Restore _ -> false;
      case Change.Skip _, Change.Clash _ -> false;
    };
  }

  /// Whether a contact that a search named and that was read whole is one of the member's to put
  /// away.
  boolean mayBePutAway(Attempt attempt, Contact contact) {
    return recognition.mayBePutAway(attempt, contact);
  }

  private static Step conflict(Attempt attempt, Conflict conflict) {
    return switch (conflict) {
      case Conflict(var id, _, var text) when id.isPresent() && id.equals(attempt.target()) ->
          Endings.refused(attempt, "Intercom says the contact conflicts with itself: " + text);
      case Conflict(var id, var archived, _) when id.isPresent() && archived ->
          Steps.unarchive(attempt, id.get());
      case Conflict(var id, _, var text) when id.isPresent() ->
          Steps.inspect(attempt, id.get(), text);
      case Conflict(_, _, var text) -> Steps.findByExternalId(attempt, text);
    };
  }

  /// What was asked and what was answered.
  private record Asked(OfContact request, Reply reply) {}
}
