package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.Privacy;
import org.rollcall.review.PlanSheet;

/// A plan on the screen: what it comes to, then its changes and notices, then what has to be known
/// before somebody carries it out.
///
/// @param privacy how people's data appear
record PlanText(Privacy privacy, Listing listing, PlanPurpose purpose) {
  List<StyledLine> of(PlanSheet plan) {
    return Stream.of(
            summed(plan),
            announced(plan),
            spaced(new PlanView(privacy, listing.members()).of(plan)),
            review(plan))
        .flatMap(lines -> lines)
        .toList();
  }

  /// The same without changes and notices.
  List<StyledLine> summary(PlanSheet plan) {
    return Stream.concat(summed(plan), review(plan)).toList();
  }

  private Stream<StyledLine> summed(PlanSheet plan) {
    return new PlanSummaryView(privacy, listing.pairs(), purpose).of(plan);
  }

  /// The end of a long plan may be far away.
  private Stream<StyledLine> announced(PlanSheet plan) {
    return plan.review().refusal().isEmpty()
        ? Stream.of()
        : Stream.of(
            StyledLine.EMPTY.red(
                "`%s` would refuse this plan; the end says why.".formatted(purpose.command())));
  }

  private Stream<StyledLine> review(PlanSheet plan) {
    return spaced(new PlanReviewView(purpose.command()).of(plan.review()));
  }

  private static Stream<StyledLine> spaced(Stream<StyledLine> some) {
    var lines = some.toList();
    return lines.isEmpty()
        ? Stream.of()
        : Stream.concat(Stream.of(StyledLine.EMPTY), lines.stream());
  }
}
