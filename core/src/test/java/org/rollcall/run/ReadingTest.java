package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rollcall.mapping.Projected;
import org.rollcall.model.FieldName;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Notice;

/// What is counted while the roster is read.
class ReadingTest {
  private static final JoinedTable OFFICES = table("offices");
  private static final JoinedTable REGION = table("region");
  private static final JoinedTable CLUB = table("club");

  @Test
  void the_rows_of_each_joined_table_are_counted_also_those_of_skipped_members() throws Exception {
    var reading =
        new Reading(
            roster(
                row(List.of(Map.of(), Map.of()), Map.of("code", "GL")),
                row(List.of(), null),
                row(List.of(Map.of()), Map.of())),
            member ->
                member.id().value().equals("0")
                    ? new Projected.Skipped(member.id(), "", "no e-mail")
                    : new Projected.Ready(
                        wanted(member.id().value(), "m" + member.id() + "@example.org"), List.of()),
            List.of(OFFICES, REGION, CLUB));
    var mapped = reading.read(OptionalInt.empty(), _ -> {});
    assertThat(mapped.members()).isEqualTo(3);
    assertThat(mapped.joined()).isEqualTo(Map.of(OFFICES, 3, REGION, 2, CLUB, 0));
  }

  @Test
  void a_column_that_is_declared_wrongly_is_told_once() throws Exception {
    var tags = new Projected.Misdeclared("tags", "text", "a list");
    var reading =
        new Reading(
            roster(row(List.of(), null), row(List.of(), null)),
            member ->
                new Projected.Ready(
                    wanted(member.id().value(), "m@example.org"),
                    List.of(),
                    List.of(),
                    List.of(tags)));
    assertThat(reading.read(OptionalInt.empty(), _ -> {}).notices())
        .containsExactly(new Notice.Misdeclared("tags", "text", "a list", 2));
  }

  @Test
  void a_reading_that_knows_no_joined_table_counts_none() throws Exception {
    var reading =
        new Reading(
            roster(row(List.of(Map.of()), null)),
            member -> new Projected.Skipped(member.id(), "", "no e-mail"));
    assertThat(reading.read(OptionalInt.empty(), _ -> {}).joined()).isEmpty();
  }

  @Test
  void members_whose_external_ids_come_to_one_get_none() throws Exception {
    var mapped = read("AB1", "ab1", "102", "x2", "X2", "103");
    assertThat(mapped.wanted())
        .extracting(each -> each.member().value())
        .containsExactly("102", "103");
    assertThat(mapped.skips())
        .containsExactly(
            skip("AB1", "ab1", "ab1"),
            skip("ab1", "ab1", "AB1"),
            skip("x2", "x2", "X2"),
            skip("X2", "x2", "x2"));
    assertThat(mapped.members()).isEqualTo(6);
  }

  @Test
  void of_many_members_with_one_external_id_each_names_one_other() throws Exception {
    var mapped = read(_ -> "all", "1", "2", "3");
    assertThat(mapped.wanted()).isEmpty();
    assertThat(mapped.skips())
        .extracting(Change.Skip::reason)
        .map(reason -> reason.replaceAll("\\..*", ""))
        .containsExactly(
            "The external id 'all' would be that of member 1 and of member 2 and 1 more",
            "The external id 'all' would be that of member 2 and of member 1 and 1 more",
            "The external id 'all' would be that of member 3 and of member 1 and 1 more");
  }

  @Test
  void nobody_is_given_the_number_of_another_as_external_id() throws Exception {
    var mapped =
        read(number -> number.equals("1") ? "2" : number.equals("2") ? "9" : number, "1", "2", "3");
    assertThat(mapped.skips())
        .containsExactly(
            new Change.Skip(
                member("1"),
                "m1@example.org",
                "The external id '2' is the number of member 2, and would be that of member 1. A contact belongs to one of them: correct the expression of external_id, or the numbers in the roster."));
    assertThat(mapped.wanted()).hasSize(2);
  }

  private static Change.Skip skip(String number, String externalId, String other) {
    return new Change.Skip(
        member(number),
        "m" + number + "@example.org",
        "The external id '%s' would be that of member %s and of member %s. A contact belongs to one of them: correct the expression of external_id, or the numbers in the roster."
            .formatted(externalId, number, other));
  }

  private static MappedRoster read(String... numbers) throws Exception {
    return read(number -> number.toLowerCase(Locale.ROOT), numbers);
  }

  /// Reads members of these numbers, whose external ids `expression` makes.
  private static MappedRoster read(UnaryOperator<String> expression, String... numbers)
      throws Exception {
    var reading =
        new Reading(
            new NumberedRoster(List.of(numbers)),
            member -> {
              var number = member.id().value();
              var wanted = wanted(number, "m" + number + "@example.org");
              return new Projected.Ready(
                  with(wanted, FieldName.EXTERNAL_ID, put(expression.apply(number))), List.of());
            });
    return reading.read(OptionalInt.empty(), _ -> {});
  }

  private record NumberedRoster(List<String> numbers) implements Roster {
    @Override
    public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events) {
      numbers.forEach(number -> each.accept(new Member(new MemberId(number), Map.of())));
      return 1;
    }

    @Override
    public Census everybody(Consumer<RunEvent> events) {
      return new Census(Set.of(), 1);
    }
  }

  private static Map<String, @Nullable Object> row(List<?> offices, @Nullable Object region) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("offices", offices);
    row.put("region", region);
    return row;
  }

  @SafeVarargs
  private static Roster roster(Map<String, @Nullable Object>... rows) {
    return new Roster() {
      @Override
      public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events) {
        for (int number = 0; number < rows.length; number++) {
          each.accept(new Member(new MemberId("" + number), rows[number]));
        }
        return 1;
      }

      @Override
      public Census everybody(Consumer<RunEvent> events) {
        return new Census(Set.of(), 1);
      }
    };
  }

  private static JoinedTable table(String name) {
    return new JoinedTable(name, "public." + name, "grant", Set.of());
  }
}
