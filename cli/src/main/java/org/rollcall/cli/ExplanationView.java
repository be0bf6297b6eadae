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
import org.rollcall.review.SettledAs;

/// One member, for a person to read: row, fields, contact, the next change and earlier ones.
record ExplanationView(Paint paint, Privacy privacy) {
  List<String> of(Explanation explanation) {
    var lines = new ArrayList<String>();
    switch (explanation.standing()) {
      case Standing.Eligible(var member, var projected) -> {
        lines.add(paint.bold("Member " + explanation.id() + " in the roster"));
        row("  ", member.row(), lines);
        lines.add("");
        mapped(explanation, projected, lines);
      }
      case Standing.LeftOut() ->
          lines.add(paint.bold("Member " + explanation.id()) + " is not eligible.");
    }
    lines.add("");
    lines.add(
        paint.bold("The next run would ")
            + privacy.sentence(
                explanation.change().map(Reasoning::of).orElseGet(Reasoning::ofNothing), ""));
    lines.add("");
    history(explanation.history(), lines);
    return lines;
  }

  private void row(String indent, Map<?, ? extends @Nullable Object> row, List<String> lines) {
    row.forEach((column, value) -> {
      var name = String.valueOf(column);
      switch (value) {
        case Map<?, ?> joined -> {
          lines.add(indent + name);
          row(indent + "  ", joined, lines);
        }
        case List<?> rows -> {
          lines.add(indent + name + (rows.isEmpty() ? "  (none)" : ""));
          rows.forEach(each -> {
            lines.add(indent + "  -");
            if (each instanceof Map<?, ?> joined) {
              row(indent + "    ", joined, lines);
            }
          });
        }
        case null -> lines.add(indent + name + "  " + paint.faint("(empty)"));
        default -> lines.add(indent + name + "  " + Personal.shown(privacy, name, value));
      }
    });
  }

  private void mapped(Explanation explanation, Projected projected, List<String> lines) {
    switch (projected) {
      case Projected.Skipped(_, _, var reason) ->
          lines.add("They get no contact: " + privacy.sentence(reason, ""));
      case Projected.Ready(var wanted, _) -> {
        var contact = explanation.change().flatMap(ExplanationView::contact);
        lines.add(
            paint.bold("Fields")
                + contact
                    .map(held -> ", beside contact %s in Intercom".formatted(held.id()))
                    .orElse(", and no contact in Intercom"));
        wanted.fields().forEach((field, wish) -> field(explanation, wanted, contact, field, lines));
        wanted.warnings().forEach(text -> lines.add("  ! " + privacy.sentence(text, "")));
      }
    }
  }

  private void field(
      Explanation explanation,
      Wanted wanted,
      Optional<Contact> contact,
      FieldName field,
      List<String> lines) {
    var expression = explanation.expressions().get(field);
    lines.add("  " + field + (expression == null ? "" : paint.faint("  = " + oneLine(expression))));
    lines.add("      wanted    " + wished(field, wanted.wish(field)));
    contact.ifPresent(held ->
        lines.add(
            "      Intercom  %s%s"
                .formatted(
                    value(field, held.profile().shown(field)),
                    Diff.of(field, wanted.wish(field), held.profile()).isEmpty()
                        ? ""
                        : paint.yellow("  differs" + fate(explanation, field)))));
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

  static Optional<Contact> contact(Change change) {
    return switch (change) {
      case Change.Update update -> Optional.of(update.contact());
      case Change.Unchanged same -> Optional.of(same.contact());
      case Change.Depart depart -> Optional.of(depart.contact());
      case Change.Create _, Change.Skip _, Change.Restore _ -> Optional.empty();
    };
  }

  private void history(List<JournaledChange> history, List<String> lines) {
    if (history.isEmpty()) {
      lines.add("The history has no run that changed them.");
      return;
    }
    lines.add(paint.bold("What the latest runs did"));
    history.forEach(each -> lines.add("  " + line(each)));
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
