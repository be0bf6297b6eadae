package org.rollcall.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Condition;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.settings.Mapping;
import org.rollcall.settings.MappingTest;
import org.rollcall.settings.MappingTest.Expected;
import org.rollcall.settings.MappingTest.ExpectedValue;
import org.rollcall.settings.Position;
import org.rollcall.settings.Problem;

/// Runs the tests that the settings have for their own mapping. Each that does not hold is a
/// mistake in the settings, with the line that says otherwise.
///
/// A test gives only the columns that matter. A member without a number or an address would be
/// skipped, so those two are filled in where the test does not give them.
///
/// @param projection the mapping's own
record MappingTests(Mapping mapping, Projection projection) {
  private static final String EMAIL = "member@example.org";

  List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    mapping.tests().forEach(test -> run(test, problems));
    return problems;
  }

  private void run(MappingTest test, List<Problem> problems) {
    var came =
        ineligible(test.member())
            .<Projected>map(reason -> new Projected.Skipped(test.member().id(), "", reason))
            .orElseGet(() -> projection.project(filled(test.member()), test.today()));
    switch (test.expected()) {
      case Expected.Skip(var reason, var position) ->
          skip(came, reason).ifPresent(said -> problems.add(problem(test, position, said)));
      case Expected.Contact contact -> compare(test, contact, came, problems);
    }
  }

  private static Problem problem(MappingTest test, Position position, String said) {
    return Problem.at(position, "test \"%s\": %s".formatted(test.name(), said));
  }

  private static Optional<String> skip(Projected came, Optional<String> reason) {
    return switch (came) {
      case Projected.Ready _ ->
          Optional.of("expected that the member is skipped, but gets a contact");
      case Projected.Skipped(_, _, var why) ->
          reason
              .filter(expected -> !expected.equals(why))
              .map(expected ->
                  "expected that the member is skipped because \"%s\", but it is because \"%s\""
                      .formatted(expected, why));
    };
  }

  private static void compare(
      MappingTest test, Expected.Contact expected, Projected came, List<Problem> problems) {
    switch (came) {
      case Projected.Skipped(_, _, var why) ->
          problems.add(
              problem(
                  test,
                  expected.position(),
                  "expected a contact, but the member is skipped: " + why));
      case Projected.Ready ready -> {
        expected
            .fields()
            .forEach((field, value) ->
                difference(field, value, ready.wanted())
                    .ifPresent(said -> problems.add(problem(test, value.position(), said))));
        expected
            .leftAlone()
            .forEach((field, position) -> {
              if (!(ready.wanted().wish(field) instanceof Wish.Leave)) {
                problems.add(
                    problem(
                        test,
                        position,
                        "expected that %s is left alone, but it %s"
                            .formatted(field, words(field, ready.wanted()))));
              }
            });
      }
    }
  }

  private static Optional<String> difference(
      FieldName field, ExpectedValue expected, Wanted wanted) {
    boolean same =
        switch (wanted.wish(field)) {
          case Wish.Put(var value) -> isSame(value, expected.shown());
          case Wish.Clear() -> expected.shown().isEmpty();
          // A name or a phone is never emptied, so one that has no value is left alone.
          case Wish.Leave() ->
              expected.shown().isEmpty() && !field.isAttribute() && why(field, wanted).isEmpty();
        };
    return same
        ? Optional.empty()
        : Optional.of(
            "expected that %s %s, but it %s"
                .formatted(
                    field,
                    expected.shown().isEmpty() ? "is empty" : "is \"" + expected.shown() + "\"",
                    words(field, wanted)));
  }

  private static String words(FieldName field, Wanted wanted) {
    return switch (wanted.wish(field)) {
      case Wish.Put(var value) -> "is \"" + value.shown() + "\"";
      case Wish.Clear() -> "is empty";
      case Wish.Leave() -> "is left alone" + why(field, wanted).map(": "::concat).orElse("");
    };
  }

  /// Why a field is left alone, where it has a value that cannot be used.
  private static Optional<String> why(FieldName field, Wanted wanted) {
    var begin = field + " is left alone: ";
    return wanted.warnings().stream()
        .filter(warning -> warning.startsWith(begin))
        .map(warning -> warning.substring(begin.length()).replaceFirst("\\.$", ""))
        .findFirst();
  }

  private static boolean isSame(Value value, String expected) {
    return switch (value) {
      case Value.Text(var text) -> text.equals(expected);
      case Value.Email(var address) -> address.equals(expected);
      case Value.Flag(var flag) -> Boolean.toString(flag).equals(expected);
      case Value.Numeric number ->
          expected.matches("-?\\d{1,40}(\\.\\d{1,40})?")
              && number.equals(new Value.Numeric(new BigDecimal(expected)));
    };
  }

  /// Why the database would not give the row, as far as the test gives what the conditions ask for.
  private Optional<String> ineligible(Member member) {
    return mapping.roster().where().stream()
        .filter(condition -> member.row().containsKey(condition.column()))
        .filter(condition -> !isMet(condition, member.row().get(condition.column())))
        .map(condition ->
            "The member is not eligible: see roster.where.%s.".formatted(condition.column()))
        .findFirst();
  }

  private static boolean isMet(Condition condition, @Nullable Object value) {
    return switch (condition) {
      case Condition.OneOf(_, var values) -> value != null && values.contains(value.toString());
      case Condition.NotNull _ -> value != null;
      case Condition.IsNull _ -> value == null;
    };
  }

  private Member filled(Member member) {
    var row = new LinkedHashMap<String, @Nullable Object>(member.row());
    var identifying = projection.identifying();
    identifying.externalId().forEach(column -> fill(row, column, "1"));
    identifying.email().forEach(column -> fill(row, column, EMAIL));
    return new Member(member.id(), row);
  }

  private void fill(Map<String, @Nullable Object> row, String column, String text) {
    var type = mapping.roster().columns().get(column);
    if (row.containsKey(column) || type == null) {
      return;
    }
    switch (type) {
      case TEXT -> row.put(column, text);
      case INTEGER -> row.put(column, 1L);
      case NUMBER, BOOLEAN, DATE, TIMESTAMP -> {}
    }
  }
}
