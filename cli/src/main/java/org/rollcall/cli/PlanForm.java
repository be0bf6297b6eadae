package org.rollcall.cli;

import org.rollcall.review.PlanSheet;

/// A form in which a plan is printed.
@FunctionalInterface
interface PlanForm {
  void print(PlanSheet plan);
}
