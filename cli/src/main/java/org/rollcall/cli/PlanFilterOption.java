package org.rollcall.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import org.rollcall.model.MemberId;
import org.rollcall.review.PlanFilter;
import org.rollcall.review.PlanSheet;
import picocli.CommandLine.Option;

/// Which changes of a plan are shown. The plan itself stays whole.
final class PlanFilterOption {
  @Option(
      names = "--field",
      paramLabel = "NAME",
      split = ",",
      description = "Only changes of this field, such as region or name; may be repeated.")
  private Set<String> fields = new LinkedHashSet<>();

  @Option(
      names = "--member",
      paramLabel = "N",
      split = ",",
      converter = MemberNumber.class,
      description = "Only the member of this number; may be repeated.")
  private Set<MemberId> members = new LinkedHashSet<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description =
          "Only this kind: create (or bring back), update, archive, or skip; may be repeated.")
  private Set<PlanFilter.Kind> kinds = new LinkedHashSet<>();

  /// The part of `plan` that is asked for. Where that is nothing, `hint` says what there is.
  PlanSheet of(PlanSheet plan, Screen hint) {
    var filter = new PlanFilter(fields, members, kinds);
    var some = plan.only(filter);
    if (some.entries().isEmpty() && !filter.isOpen()) {
      hint.println(
          "Nothing in the plan is what --field, --member and --kind ask for; it lists %s%s."
              .formatted(Words.count(plan.entries().size(), "member"), fields(plan)));
    }
    return some;
  }

  private static String fields(PlanSheet plan) {
    var names =
        plan.entries().stream()
            .flatMap(entry -> entry.fields().stream())
            .map(each -> each.field().simpleName())
            .distinct()
            .sorted()
            .toList();
    return names.isEmpty() ? "" : " and would write " + String.join(", ", names);
  }
}
