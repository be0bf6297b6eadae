package org.rollcall.cli;

import java.util.stream.Stream;
import org.rollcall.run.MappingWords;
import org.rollcall.run.PlanRefusal;
import org.rollcall.run.PlanReview;

/// What has to be known of a plan before somebody carries it out, for a person to read.
///
/// @param command what would carry it out, such as `rollcall sync`
record PlanReviewView(String command) {
  Stream<StyledLine> of(PlanReview review) {
    return review
        .refusal()
        .map(this::refusal)
        .orElseGet(() ->
            review.mapping().isEmpty()
                ? Stream.of()
                : Stream.of(StyledLine.of(MappingWords.of(review.mapping()))));
  }

  private Stream<StyledLine> refusal(PlanRefusal refusal) {
    return Stream.of(
            Stream.of(StyledLine.EMPTY.red("`%s` would refuse this plan:".formatted(command))),
            refusal.objections().stream().map(each -> StyledLine.of("  " + each)),
            Stream.of(StyledLine.EMPTY.faint("→ ").plain(refusal.advice())))
        .flatMap(lines -> lines);
  }
}
