package org.rollcall.page.site;

import org.rollcall.review.PlanSheet;

/// What it takes to carry a plan out.
///
/// @param changes how many members it changes; 0 where there is nothing to approve
/// @param typed whether whoever approves it types that number, since it is large
/// @param refused whether a run would refuse it
/// @param takesBack the run that it takes back; `""` for a plan of a sync
public record Approval(int changes, boolean typed, boolean refused, String takesBack) {
  /// Who changes more members at once shall have read how many.
  static final int LARGE = 100;

  public static Approval of(PlanSheet plan, String takesBack) {
    int changes = changes(plan);
    return new Approval(changes, changes > LARGE, plan.review().refusal().isPresent(), takesBack);
  }

  private static int changes(PlanSheet plan) {
    return plan.isEmpty()
        ? 0
        : (int)
            plan.entries().stream()
                .filter(entry ->
                    switch (entry.action()) {
                      case CREATE,
                          UPDATE,
                          REVIVE,
                          UNCHANGED,
                          MARK_LEAVER,
                          ARCHIVE_LEAVER,
                          MARK_ORPHAN,
                          ARCHIVE_ORPHAN,
                          RESTORE ->
                          true;
                      case SKIP, CLASH -> false;
                    })
                .count();
  }

  /// Whether what somebody typed is that number.
  public boolean accepts(String given) {
    return !typed || given.strip().replaceAll("[.,\\s]", "").equals(String.valueOf(changes));
  }
}
