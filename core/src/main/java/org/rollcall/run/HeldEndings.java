package org.rollcall.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.apply.Trail;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;
import org.rollcall.run.KnownEndings.Ending;

/// The members of one plan who are not tried, since it would end with them as it did before.
///
/// @param endings by member
public record HeldEndings(Map<MemberId, Ending> endings) {
  /// Everybody is tried.
  public static final HeldEndings NONE = new HeldEndings(Map.of());

  private static final int SOME = 5;

  public HeldEndings {
    endings = Map.copyOf(endings);
  }

  /// Those of `plan` for whom both sides are as they were. Whoever has a contact in the way that
  /// this plan changes is tried all the same.
  static HeldEndings among(Plan plan, KnownEndings known, Sides sides) {
    if (known.isEmpty()) {
      return NONE;
    }
    var held = new HashMap<MemberId, Ending>();
    var blockers = new HashMap<ContactId, List<MemberId>>();
    for (var change : plan.notable()) {
      var ending = change.asks() ? known.of(change.member()) : Optional.<Ending>empty();
      var wanted = Refusals.wanted(change);
      if (ending.isPresent() && wanted.isPresent() && isStill(ending.get(), wanted.get(), sides)) {
        held.put(change.member(), ending.get());
        sides
            .inTheWay(wanted.get())
            .forEach(contact ->
                blockers.computeIfAbsent(contact, _ -> new ArrayList<>()).add(change.member()));
      }
    }
    if (!held.isEmpty()) {
      freed(plan, held.keySet(), blockers).forEach(held::remove);
    }
    return new HeldEndings(held);
  }

  private static boolean isStill(Ending ending, Wanted wanted, Sides sides) {
    return ending.sides().equals(sides.of(wanted));
  }

  /// Members whose way another change of the plan may free.
  private static Set<MemberId> freed(
      Plan plan, Collection<MemberId> held, Map<ContactId, List<MemberId>> blockers) {
    var freed = new HashSet<MemberId>();
    for (var change : plan.notable()) {
      if (change.asks() && !held.contains(change.member())) {
        change.listed().stream()
            .map(Contact::id)
            .forEach(contact -> freed.addAll(blockers.getOrDefault(contact, List.of())));
      }
    }
    return freed;
  }

  /// How it ends with a member who is not tried; empty where they are.
  public Optional<Outcome> of(Change change) {
    return Optional.ofNullable(endings.get(change.member()))
        .flatMap(ending -> Refusals.wanted(change).map(wanted -> outcome(ending, wanted)));
  }

  private static Outcome outcome(Ending ending, Wanted wanted) {
    Result result =
        switch (ending.kind()) {
          case CLASH -> new Result.IdentityClash(ending.reason());
          case PERSON -> new Result.NeedsPerson(ending.reason());
        };
    var outcome = Outcome.of(wanted, result).after(Trail.NONE.warning(List.of(told(ending))));
    return ending.contact().map(outcome::on).orElse(outcome);
  }

  private static String told(Ending ending) {
    return "Not tried: it ended so in the run of %s, and neither side has changed since. It is tried again when one does, after a week, or with --resend."
        .formatted(ending.since().toString().substring(0, 10));
  }

  /// What to tell of them; empty where there is nobody.
  Optional<Notice> notice() {
    return endings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notice.KnownEnding(
                endings.size(), endings.keySet().stream().sorted().limit(SOME).toList()));
  }
}
