package org.rollcall.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.FieldName;
import org.rollcall.model.MappingChange;
import org.rollcall.plan.Leeway;
import org.rollcall.plan.Past;
import org.rollcall.plan.PastRun;
import org.rollcall.plan.Safeguard;

/// Whether a plan may be carried out.
///
/// @param safeguard what judges it; empty where the operator overrides it
/// @param wholeRoster whether the plan is about everybody; one that is not may be empty
/// @param past what the earlier runs add up to
/// @param mapping how the mapping differs from that of the last good run
/// @param meant the part of that which the operator means
public record PlanCheck(
    Optional<Safeguard> safeguard,
    boolean wholeRoster,
    Past past,
    MappingChange mapping,
    Set<FieldName> meant) {
  private static final String LIMITS = " the limits under `safeguard:` in the settings.";

  /// The check of a run at `now`.
  ///
  /// @param rule the mapping of the run
  /// @param limited whether it is about the first so many members only
  public static PlanCheck of(
      Optional<Safeguard> safeguard,
      boolean wholeRoster,
      LearnedFacts facts,
      MappingRule rule,
      boolean limited,
      Instant now) {
    List<PastRun> runs = safeguard.isEmpty() ? List.of() : facts.pastRuns().all();
    var past = Past.of(runs, now);
    var change = rule.change(facts.mapping());
    return new PlanCheck(
        safeguard,
        wholeRoster,
        limited ? past.withoutMembers() : past,
        change,
        rule.meant(change, facts.mapping()));
  }

  /// What has to be known of a plan before it is carried out.
  public PlanReview review(Planned planned) {
    return new PlanReview(mapping, refusal(planned));
  }

  /// @throws RunStopped when the safeguard refuses the plan
  void check(Planned planned) {
    refusal(planned)
        .ifPresent(refusal -> {
          throw new RunStopped(
              RunStopped.Kind.REFUSED,
              "%s%s %s"
                  .formatted(
                      String.join(" ", refusal.objections()),
                      wholeRoster ? " Look at `rollcall plan`." : "",
                      refusal.advice()));
        });
  }

  /// How many contacts may be put away beside those in the plan.
  Leeway leeway(Planned planned) {
    return safeguard
        .map(guard -> guard.leeway(planned.plan(), planned.users(), past))
        .orElse(Leeway.UNLIMITED);
  }

  private Optional<PlanRefusal> refusal(Planned planned) {
    if (!wholeRoster && planned.plan().changes().isEmpty()) {
      return Optional.empty();
    }
    return safeguard.flatMap(guard -> refusal(guard, planned));
  }

  private Optional<PlanRefusal> refusal(Safeguard guard, Planned planned) {
    var objections = new ArrayList<>(objections(guard, planned, meant));
    if (objections.isEmpty()) {
      return Optional.empty();
    }
    if (meant.containsAll(mapping.fields())) {
      return Optional.of(new PlanRefusal(objections, force()));
    }
    objections.add(MappingWords.of(mapping));
    var others = objections(guard, planned, mapping.fields());
    return Optional.of(new PlanRefusal(objections, others.isEmpty() ? accept() : force()));
  }

  private List<String> objections(Safeguard guard, Planned planned, Set<FieldName> fields) {
    return guard.objections(planned.plan(), planned.users(), past, fields);
  }

  private String accept() {
    return wholeRoster
        ? "If the new mapping is what you want, run `rollcall sync --accept-mapping-change`, once."
        : "If the new mapping is what you want, run the same command with `--accept-mapping-change`.";
  }

  private String force() {
    return (wholeRoster
            ? "If it is right, run `rollcall sync --force` or raise"
            : "If that is what you want, run the same command with `--force` or raise")
        + LIMITS;
  }
}
