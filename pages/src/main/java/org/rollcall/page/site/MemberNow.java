package org.rollcall.page.site;

import java.util.List;
import java.util.Optional;
import org.rollcall.mapping.Projected;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;
import org.rollcall.model.Wish;
import org.rollcall.model.Workspace;
import org.rollcall.review.Explanation;
import org.rollcall.review.Explanation.Standing;
import org.rollcall.review.Reasoning;

/// How both sides have a member now.
///
/// @param standing how they stand on the roster, as a sentence
/// @param next what the next run would do, as a sentence
/// @param contact the id of their contact in Intercom; `""` where they have none
/// @param address where to see it there; `""` where that is not known
/// @param fields field by field
public record MemberNow(
    String standing, String next, String contact, String address, List<FieldRow> fields) {
  public MemberNow {
    fields = List.copyOf(fields);
  }

  /// @param workspace that of the last run; empty for none yet
  /// @param privacy how people's data appear
  public static MemberNow of(
      Explanation explanation, Optional<Workspace> workspace, Privacy privacy) {
    var contact = explanation.contact().map(each -> each.id().value()).orElse("");
    return new MemberNow(
        standing(explanation.standing(), privacy),
        privacy.sentence(
            explanation.change().map(Reasoning::of).orElseGet(Reasoning::ofNothing), ""),
        contact,
        workspace.flatMap(each -> ContactAddress.of(each, contact)).orElse(""),
        fields(explanation, privacy));
  }

  private static String standing(Standing standing, Privacy privacy) {
    return switch (standing) {
      case Standing.LeftOut() -> Text.text("member.left-out");
      case Standing.Eligible(_, Projected.Ready _) -> Text.text("member.eligible");
      case Standing.Eligible(_, Projected.Skipped(_, _, var reason)) ->
          Text.text("member.skipped", privacy.sentence(reason, ""));
    };
  }

  private static List<FieldRow> fields(Explanation explanation, Privacy privacy) {
    return explanation.standing()
            instanceof Standing.Eligible(_, Projected.Ready(var wanted, _, _, _))
        ? wanted.fields().entrySet().stream()
            .map(each -> field(explanation, each.getKey(), each.getValue(), privacy))
            .toList()
        : List.of();
  }

  private static FieldRow field(
      Explanation explanation, FieldName field, Wish wish, Privacy privacy) {
    var wanted =
        switch (wish) {
          case Wish.Put(var value) -> value.shown();
          case Wish.Clear() -> "";
          case Wish.Leave() -> "";
        };
    var intercom = explanation.contact().map(each -> each.profile().shown(field)).orElse("");
    var expression = explanation.expressions().get(field);
    return new FieldRow(
        field.simpleName(),
        expression == null ? "" : expression.strip(),
        privacy.field(field, wanted),
        privacy.field(field, intercom),
        wish instanceof Wish.Leave,
        !wanted.equals(intercom));
  }
}
