package org.rollcall.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollcall.mapping.Projected;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.review.Explanation.Standing;
import org.rollcall.run.PlanSource;
import org.rollcall.run.Planned;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// Explains one member. It makes the whole plan that the next run would make and picks their part
/// of it, so it says exactly what would happen. Writes nothing.
public final class Explaining {
  private final Function<Member, Projected> mapping;
  private final Function<Function<Member, Projected>, PlanSource> planning;
  private final SortedMap<FieldName, String> expressions;
  private final BiFunction<MemberId, Integer, List<JournaledChange>> history;

  /// @param planning makes a plan of members that are mapped by what it is given
  /// @param history what the latest so many runs did to a member
  public Explaining(
      Function<Member, Projected> mapping,
      Function<Function<Member, Projected>, PlanSource> planning,
      SortedMap<FieldName, String> expressions,
      BiFunction<MemberId, Integer, List<JournaledChange>> history) {
    this.mapping = mapping;
    this.planning = planning;
    this.expressions = expressions;
    this.history = history;
  }

  /// @param asked a member number or an e-mail address, in whatever case
  /// @throws RunStopped when the roster has nobody like that, or either side cannot be read
  public Explanation of(String asked, Consumer<RunEvent> events) throws InterruptedException {
    var found = new AtomicReference<Standing.@Nullable Eligible>();
    var planned =
        planning
            .apply(member -> {
              var projected = mapping.apply(member);
              if (isAskedFor(asked, member, projected)) {
                found.compareAndSet(null, new Standing.Eligible(member, projected));
              }
              return projected;
            })
            .plan(OptionalInt.empty(), events);
    var eligible = Optional.ofNullable(found.get());
    var id = eligible.map(each -> each.member().id()).orElseGet(() -> leftOut(asked, planned));
    return new Explanation(
        id,
        eligible.<Standing>map(each -> each).orElseGet(Standing.LeftOut::new),
        expressions,
        change(id, planned),
        history.apply(id, 5));
  }

  private static Optional<Change> change(MemberId id, Planned planned) {
    return planned.plan().changes().stream().filter(each -> each.member().equals(id)).findFirst();
  }

  private static MemberId leftOut(String asked, Planned planned) {
    return Optional.of(asked)
        .filter(text -> !text.isBlank())
        .map(MemberId::new)
        .filter(planned.roll().everybody()::contains)
        .orElseThrow(() -> new RunStopped(RunStopped.Kind.MISSING, unknown(asked, planned)));
  }

  private static String unknown(String asked, Planned planned) {
    return planned.plan().orphans().stream()
        .filter(contact -> contact.externalId().filter(asked.strip()::equals).isPresent())
        .map(contact ->
            "No row of the members' table has the number %s. Contact %s carries it; `rollcall orphans` lists it with all others."
                .formatted(asked.strip(), contact.id()))
        .findFirst()
        .orElse(
            "The roster has no member of that number and no eligible member with that e-mail. A member who is not eligible is found by number only.");
  }

  private static boolean isAskedFor(String asked, Member member, Projected projected) {
    var email =
        switch (projected) {
          case Projected.Ready(var wanted, _, _, _) -> wanted.emailKey();
          case Projected.Skipped(_, var address, _) -> address.strip().toLowerCase(Locale.ROOT);
        };
    return member.id().value().equals(asked.strip())
        || (!email.isEmpty() && email.equals(asked.strip().toLowerCase(Locale.ROOT)));
  }
}
