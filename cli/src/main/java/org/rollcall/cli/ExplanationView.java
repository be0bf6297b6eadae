package org.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.mapping.Projected;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;
import org.rollcall.review.Explanation;
import org.rollcall.review.Explanation.Standing;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.Reasoning;
import org.rollcall.review.SettledAs;

/// One member, for a person to read: row, fields, contact, the next change and earlier ones.
record ExplanationView(Privacy privacy) {
  List<StyledLine> of(Explanation explanation) {
    var lines = new ArrayList<StyledLine>();
    switch (explanation.standing()) {
      case Standing.Eligible(var member, var projected) -> {
        lines.add(StyledLine.EMPTY.bold("Member " + explanation.id() + " in the roster"));
        row("  ", member.row(), lines);
        lines.add(StyledLine.EMPTY);
        mapped(explanation, projected, lines);
      }
      case Standing.LeftOut() ->
          lines.add(StyledLine.EMPTY.bold("Member " + explanation.id()).plain(" is not eligible."));
    }
    lines.add(StyledLine.EMPTY);
    lines.add(
        StyledLine.EMPTY
            .bold("The next run would ")
            .plain(
                privacy.sentence(
                    explanation.change().map(Reasoning::of).orElseGet(Reasoning::ofNothing), "")));
    lines.add(StyledLine.EMPTY);
    history(explanation.history(), lines);
    return lines;
  }

  private void row(String indent, Map<?, ? extends @Nullable Object> row, List<StyledLine> lines) {
    row.forEach((column, value) -> {
      var name = String.valueOf(column);
      switch (value) {
        case Map<?, ?> joined -> {
          lines.add(StyledLine.of(indent + name));
          row(indent + "  ", joined, lines);
        }
        case List<?> rows -> {
          lines.add(StyledLine.of(indent + name + (rows.isEmpty() ? "  (none)" : "")));
          rows.forEach(each -> {
            lines.add(StyledLine.of(indent + "  -"));
            if (each instanceof Map<?, ?> joined) {
              row(indent + "    ", joined, lines);
            }
          });
        }
        case null -> lines.add(StyledLine.of(indent + name + "  ").faint("(empty)"));
        default ->
            lines.add(StyledLine.of(indent + name + "  " + Personal.shown(privacy, name, value)));
      }
    });
  }

  private void mapped(Explanation explanation, Projected projected, List<StyledLine> lines) {
    switch (projected) {
      case Projected.Skipped(_, _, var reason) ->
          lines.add(StyledLine.of("They get no contact: " + privacy.sentence(reason, "")));
      case Projected.Ready(var wanted, _, _, var misdeclared) -> {
        var contact = explanation.contact();
        lines.add(
            StyledLine.EMPTY
                .bold("Fields")
                .plain(
                    contact
                        .map(held -> ", beside contact %s in Intercom".formatted(held.id()))
                        .orElse(", and no contact in Intercom")));
        wanted.fields().forEach((field, wish) -> field(explanation, wanted, contact, field, lines));
        wanted
            .warnings()
            .forEach(text -> lines.add(StyledLine.of("  ! " + privacy.sentence(text, ""))));
        misdeclared.forEach(column ->
            lines.add(
                StyledLine.of(
                    "  ! The column %s holds %s and is declared as %s, so what is made of it is left alone."
                        .formatted(column.column(), column.holds(), column.type()))));
      }
    }
  }

  private void field(
      Explanation explanation,
      Wanted wanted,
      Optional<Contact> contact,
      FieldName field,
      List<StyledLine> lines) {
    var expression = explanation.expressions().get(field);
    lines.add(
        StyledLine.of("  " + field).faint(expression == null ? "" : "  = " + oneLine(expression)));
    lines.add(StyledLine.of("      wanted    " + wished(field, wanted.wish(field))));
    contact.ifPresent(held ->
        lines.add(
            StyledLine.of("      Intercom  " + value(field, held.profile().shown(field)))
                .yellow(
                    Diff.of(field, wanted.wish(field), held.profile()).isEmpty()
                        ? ""
                        : "  differs" + fate(explanation, field))));
  }

  private static String fate(Explanation explanation, FieldName field) {
    var isWritten =
        explanation.change().stream()
            .anyMatch(change ->
                change instanceof Change.Update update
                    && update.differences().stream().anyMatch(each -> each.field().equals(field)));
    return isWritten ? "" : "; Intercom did not keep what it was sent";
  }

  private String wished(FieldName field, Wish wish) {
    return switch (wish) {
      case Wish.Put(var value) -> value(field, value.shown());
      case Wish.Clear() -> "(empty)";
      case Wish.Leave() -> "left as it is";
    };
  }

  private String value(FieldName field, String text) {
    return text.isEmpty() ? "(empty)" : privacy.field(field, text);
  }

  private void history(List<JournaledChange> history, List<StyledLine> lines) {
    if (history.isEmpty()) {
      lines.add(StyledLine.of("The history has no run that changed them."));
      return;
    }
    lines.add(StyledLine.EMPTY.bold("What the latest runs did"));
    history.forEach(each -> lines.add(StyledLine.of("  " + line(each))));
  }

  private String line(JournaledChange change) {
    var fields = change.fields().stream().map(each -> each.field().simpleName()).toList();
    return "%s  %s%s%s"
        .formatted(
            change.run(),
            change.outcome().map(SettledAs::word).orElse("broke off"),
            fields.isEmpty() ? "" : ": " + String.join(", ", fields),
            change.reason().map(text -> ": " + privacy.sentence(text, "")).orElse(""));
  }

  private static String oneLine(String expression) {
    return expression.strip().replaceAll("\\s+", " ");
  }
}
