package org.rollcall.run;

import java.util.List;

/// Why a run would not carry a plan out.
///
/// @param objections one sentence each
/// @param advice how to go on, as a sentence
public record PlanRefusal(List<String> objections, String advice) {
  public PlanRefusal {
    objections = List.copyOf(objections);
  }
}
