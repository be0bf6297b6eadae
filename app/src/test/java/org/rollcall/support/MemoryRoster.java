package org.rollcall.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollcall.mapping.Projected;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.run.Census;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;

/// A roster of members whose contacts are known, without a database.
public final class MemoryRoster implements Roster {
  private final List<Wanted> inOrder;
  private final Set<MemberId> everybody;
  private final Function<MemberId, Map<String, @Nullable Object>> rows;
  private final Map<MemberId, Wanted> wanted = new HashMap<>();

  /// @param everybody the numbers of eligible and other members
  public MemoryRoster(List<Wanted> wanted, Set<MemberId> everybody) {
    this(wanted, everybody, _ -> Map.of());
  }

  /// @param rows what the members' rows hold
  public MemoryRoster(
      List<Wanted> wanted,
      Set<MemberId> everybody,
      Function<MemberId, Map<String, @Nullable Object>> rows) {
    this.inOrder = wanted;
    this.everybody = everybody;
    this.rows = rows;
    wanted.forEach(each -> this.wanted.put(each.member(), each));
  }

  /// The roster of these members and of nobody else.
  public static MemoryRoster of(List<Wanted> wanted) {
    var roster = new MemoryRoster(wanted, Set.of());
    return new MemoryRoster(wanted, Set.copyOf(roster.wanted.keySet()));
  }

  /// What a member's contact should be.
  public Projected project(Member member) {
    return new Projected.Ready(Objects.requireNonNull(wanted.get(member.id())), List.of());
  }

  @Override
  public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events) {
    inOrder.forEach(
        member -> each.accept(new Member(member.member(), rows.apply(member.member()))));
    return 1;
  }

  @Override
  public Census everybody(Consumer<RunEvent> events) {
    return new Census(everybody, 1);
  }
}
