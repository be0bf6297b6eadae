package org.rollcall.run;

import java.util.Optional;
import org.rollcall.model.MappingChange;

/// What has to be known of a plan beside its changes.
///
/// @param mapping how the mapping differs from that of the last good run
/// @param refusal why a run would not carry it out; empty where it would
public record PlanReview(MappingChange mapping, Optional<PlanRefusal> refusal) {
  /// A plan that a run would carry out, made as the last one.
  public static final PlanReview NONE = new PlanReview(MappingChange.NONE, Optional.empty());
}
