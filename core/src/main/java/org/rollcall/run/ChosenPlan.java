package org.rollcall.run;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;

/// A plan of which only some is carried out.
///
/// @param choice takes the whole plan and gives the changes to carry out; may refuse by throwing
///   [RunStopped]
public record ChosenPlan(PlanSource source, Function<Plan, List<Change>> choice)
    implements PlanSource {
  @Override
  public Planned plan(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException {
    var planned =
        source.plan(
            limit,
            event -> {
              if (!(event instanceof RunEvent.Planned)) {
                events.accept(event);
              }
            });
    var whole = planned.plan();
    var chosen = new Plan(choice.apply(whole), whole.notices(), whole.whole());
    events.accept(new RunEvent.Planned(chosen));
    return planned.with(chosen);
  }
}
