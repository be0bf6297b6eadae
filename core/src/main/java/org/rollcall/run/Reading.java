package org.rollcall.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.Projected.Misdeclared;
import org.rollcall.mapping.Projected.UnknownCode;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.CompactWanted;
import org.rollcall.plan.Notice;

/// Reads the roster and maps every member: the first half of any run, and all of a simulated one.
public final class Reading {
  private final Roster roster;
  private final Function<Member, Projected> mapping;
  private final List<JoinedTable> joined;

  /// A reading that counts no joined rows.
  public Reading(Roster roster, Function<Member, Projected> mapping) {
    this(roster, mapping, List.of());
  }

  /// @param joined the tables whose rows are counted
  public Reading(Roster roster, Function<Member, Projected> mapping, List<JoinedTable> joined) {
    this.roster = roster;
    this.mapping = mapping;
    this.joined = List.copyOf(joined);
  }

  /// The members as they should be.
  ///
  /// @throws RunStopped when the roster cannot be read whole
  public MappedRoster read(OptionalInt limit, Consumer<RunEvent> events)
      throws InterruptedException {
    return read(limit, Set.of(), events);
  }

  /// The same, where the numbers of all people in the members' table are known: nobody is given the
  /// number of another.
  MappedRoster read(OptionalInt limit, Set<MemberId> everybody, Consumer<RunEvent> events)
      throws InterruptedException {
    var read = new Mapped(joined);
    int requests =
        roster.read(
            limit,
            member -> {
              read.count(member);
              read.take(mapping.apply(member));
            },
            events);
    return read.mapped(requests, everybody);
  }

  private static final class Mapped {
    private final List<Wanted> wanted = new CompactWanted();
    private final List<Change.Skip> skips = new ArrayList<>();
    private final Map<String, SortedMap<String, Integer>> unknown = new TreeMap<>();
    private final UnfitTally unfit = new UnfitTally();
    private final Map<Misdeclared, Integer> misdeclared = new LinkedHashMap<>();
    private final Map<JoinedTable, Integer> rows = new LinkedHashMap<>();
    private boolean derived;

    Mapped(List<JoinedTable> joined) {
      joined.forEach(table -> rows.put(table, 0));
    }

    void count(Member member) {
      rows.replaceAll((table, count) -> count + rows(member.row().get(table.name())));
    }

    private static int rows(@Nullable Object joined) {
      return switch (joined) {
        case List<?> many -> many.size();
        case null -> 0;
        default -> 1;
      };
    }

    void take(Projected projected) {
      switch (projected) {
        case Projected.Ready(var ready, var codes, var values, var columns) -> {
          wanted.add(ready);
          derived = derived || DistinctIds.isDerived(ready);
          codes.forEach(this::count);
          values.forEach(unfit::count);
          columns.forEach(column -> misdeclared.merge(column, 1, Integer::sum));
        }
        case Projected.Skipped(var member, var email, var reason) ->
            skips.add(new Change.Skip(member, email, reason));
      }
    }

    private void count(UnknownCode code) {
      unknown
          .computeIfAbsent(code.vocabulary(), _ -> new TreeMap<>())
          .merge(code.code(), 1, Integer::sum);
    }

    MappedRoster mapped(int requests, Set<MemberId> everybody) {
      var notices = notices();
      if (!derived) {
        return new MappedRoster(wanted, skips, notices, rows, requests);
      }
      var distinct = new DistinctIds(wanted, everybody);
      skips.addAll(distinct.skips());
      return new MappedRoster(distinct.apart(), skips, notices, rows, requests);
    }

    private List<Notice> notices() {
      var notices = new ArrayList<Notice>();
      unknown.forEach(
          (vocabulary, codes) -> notices.add(new Notice.UnknownCodes(vocabulary, codes)));
      notices.addAll(unfit.notices());
      misdeclared.forEach((column, members) ->
          notices.add(
              new Notice.Misdeclared(column.column(), column.type(), column.holds(), members)));
      return notices;
    }
  }
}
