package org.rollcall.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Profile;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.DeedRecord.Landing;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;
import org.rollcall.plan.PastDeed;
import org.rollcall.plan.PlannedDeeds;

/// Writes down each deed for one member before it is sent, unless the plan named it already, and
/// afterwards whether it landed. What a contact held before is taken from where it was last seen.
///
/// For one thread.
final class DeedRecorder implements Gateway {
  private final Gateway gateway;
  private final DeedLog log;
  private final Change change;
  private final List<PastDeed> planned;
  private final List<DeedRecord> done;
  private final Map<ContactId, Contact> seen = new HashMap<>();

  /// Whether something was written down that the plan did not name. It replaced what the plan said,
  /// so from then on every deed is written down.
  private boolean departed;

  private String unanswered = "";

  /// @param planned the deeds that are written down with the plan
  /// @param earlier what was done for the member before in this run
  DeedRecorder(
      Gateway gateway,
      DeedLog log,
      Change change,
      List<PastDeed> planned,
      List<DeedRecord> earlier) {
    this.gateway = gateway;
    this.log = log;
    this.change = change;
    this.planned = planned;
    this.done = new ArrayList<>(earlier);
    change.listed().forEach(this::saw);
  }

  private void saw(Contact contact) {
    seen.put(contact.id(), contact);
  }

  /// What came instead of an answer to the last call, as a sentence; `""` where it was answered.
  String unanswered() {
    return unanswered;
  }

  /// What was done until now.
  List<DeedRecord> deeds() {
    return List.copyOf(done);
  }

  @Override
  public Answer send(Request request) throws InterruptedException {
    var answer = recorded(request);
    unanswered = answer.reply() instanceof Reply.Transient passing ? passing.text() : "";
    return answer;
  }

  private Answer recorded(Request request) throws InterruptedException {
    var deed = deed(request);
    if (deed.isEmpty()) {
      return look(gateway.send(request));
    }
    int place = done.size();
    done.add(DeedRecord.ahead(deed.get()));
    if (departed || !planned.contains(deed.get())) {
      departed = true;
      log.about(change.member(), deeds());
    }
    var answer = send(request, place);
    done.set(place, answered(deed.get(), answer.reply()));
    remember(deed.get(), answer.reply());
    return answer;
  }

  /// What was never sent leaves no record.
  private Answer send(Request request, int place) throws InterruptedException {
    try {
      return gateway.send(request);
    } catch (Unsent unsent) {
      done.remove(place);
      throw unsent;
    }
  }

  private static DeedRecord answered(PastDeed deed, Reply reply) {
    return switch (reply) {
      case Reply.Accepted(var contact) when deed instanceof PastDeed.Create(_, var fields) ->
          new DeedRecord(new PastDeed.Create(Optional.of(contact.id()), fields), Landing.LANDED);
      case Reply.Accepted(var contact) when deed instanceof PastDeed.Unarchive(var id, _) ->
          new DeedRecord(new PastDeed.Unarchive(id, contact.externalId()), Landing.LANDED);
      case Reply.Accepted _ -> new DeedRecord(deed, Landing.LANDED);
      case Reply.Transient _ -> new DeedRecord(deed, Landing.UNKNOWN);
      case Reply.Settled _ -> new DeedRecord(deed, Landing.REFUSED);
    };
  }

  private Optional<PastDeed> deed(Request request) {
    return switch (request) {
      case Request.Create(var fields) ->
          Optional.of(new PastDeed.Create(Optional.empty(), Diff.between(fields, Profile.EMPTY)));
      case Request.Update(var id, var fields) ->
          Optional.of(new PastDeed.Write(id, differences(id, fields)));
      case Request.Archive(var id) -> Optional.of(new PastDeed.Archive(id));
      case Request.Unarchive(var id) -> Optional.of(new PastDeed.Unarchive(id));
      case Request.Block(var id) -> Optional.of(new PastDeed.Block(id));
      case Request.Unblock(var id) -> Optional.of(new PastDeed.Unblock(id));
      case Request.Merge(var lead, var user) -> Optional.of(new PastDeed.Merge(lead, user));
      case Request.Inspect _, Request.FindByExternalId _, Request.FindByEmail _ -> Optional.empty();
      case Request.OfWorkspace _, Request.OfMany _ -> Optional.empty();
    };
  }

  /// What a write changes, as far as it is known what was there before. What a plan takes back, it
  /// says itself.
  private List<Difference> differences(ContactId id, SortedMap<FieldName, Wish> fields) {
    var contact = seen.get(id);
    return contact == null
        ? planned(id).stream().filter(each -> fields.containsKey(each.field())).toList()
        : Diff.between(fields, contact.profile());
  }

  private List<Difference> planned(ContactId id) {
    return PlannedDeeds.of(change).stream()
        .flatMap(deed ->
            deed instanceof PastDeed.Write(var written, var fields) && written.equals(id)
                ? fields.stream()
                : Stream.empty())
        .toList();
  }

  /// A search may show what was before, so it never replaces what was read.
  private Answer look(Answer answer) {
    switch (answer.reply()) {
      case Reply.Found(var contact) -> saw(contact);
      case Reply.Matches(var contacts, _) ->
          contacts.forEach(contact -> seen.putIfAbsent(contact.id(), contact));
      case Reply _ -> {}
    }
    return answer;
  }

  /// Answers to archiving and the like tell next to nothing of a contact, so they are not looked
  /// at.
  private void remember(PastDeed deed, Reply reply) {
    if (reply instanceof Reply.Accepted(var contact)) {
      switch (deed) {
        case PastDeed.Create _, PastDeed.Write _, PastDeed.Merge _ -> saw(contact);
        case PastDeed.Archive _, PastDeed.Unarchive _, PastDeed.Block _, PastDeed.Unblock _ -> {}
      }
    }
  }
}
