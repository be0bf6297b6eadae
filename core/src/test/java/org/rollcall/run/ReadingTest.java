package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.wanted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rollcall.mapping.Projected;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;

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
  void a_reading_that_knows_no_joined_table_counts_none() throws Exception {
    var reading =
        new Reading(
            roster(row(List.of(Map.of()), null)),
            member -> new Projected.Skipped(member.id(), "", "no e-mail"));
    assertThat(reading.read(OptionalInt.empty(), _ -> {}).joined()).isEmpty();
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
