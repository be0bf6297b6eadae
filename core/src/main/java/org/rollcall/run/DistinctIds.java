package org.rollcall.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.MemberIds;
import org.rollcall.model.TextSet;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.CompactWanted;

/// Leaves out members who would have one external id with somebody else: its contact would be the
/// one's in one night and the other's in the next. That happens only where the expression of
/// `external_id` makes something else of a member's number.
final class DistinctIds {
  private static final String ADVICE =
      " A contact belongs to one of them: correct the expression of external_id, or the numbers in the roster.";

  private final Set<MemberId> numbers = new MemberIds();
  private final Map<String, List<MemberId>> sharers = new HashMap<>();
  private final List<Wanted> apart = new CompactWanted();
  private final List<Change.Skip> skips = new ArrayList<>();

  /// @param everybody the numbers of all people in the members' table, as far as they are known
  DistinctIds(List<Wanted> wanted, Set<MemberId> everybody) {
    numbers.addAll(everybody);
    wanted.forEach(each -> numbers.add(each.member()));
    var shared = shared(wanted);
    wanted.stream()
        .filter(each -> shared.contains(id(each)))
        .forEach(
            each -> sharers.computeIfAbsent(id(each), _ -> new ArrayList<>()).add(each.member()));
    wanted.forEach(each ->
        objection(each).ifPresentOrElse(reason -> skip(each, reason), () -> apart.add(each)));
  }

  /// Whether the external id is something else than the member's number.
  static boolean isDerived(Wanted wanted) {
    return !id(wanted).equals(wanted.member().value());
  }

  /// The members whose external id nobody else has.
  List<Wanted> apart() {
    return apart;
  }

  /// The others.
  List<Change.Skip> skips() {
    return skips;
  }

  private static Set<String> shared(List<Wanted> wanted) {
    var seen = new TextSet();
    var shared = new HashSet<String>();
    wanted.stream().map(DistinctIds::id).filter(id -> !seen.add(id)).forEach(shared::add);
    return shared;
  }

  private Optional<String> objection(Wanted wanted) {
    var id = id(wanted);
    var sharing = sharers.get(id);
    if (sharing != null) {
      return Optional.of(shared(id, wanted.member(), sharing));
    }
    return isDerived(wanted) && numbers.contains(new MemberId(id))
        ? Optional.of(
            "The external id '%s' is the number of member %s, and would be that of member %s.%s"
                .formatted(id, id, wanted.member(), ADVICE))
        : Optional.empty();
  }

  private static String shared(String id, MemberId member, List<MemberId> sharing) {
    var first = sharing.getFirst().equals(member) ? sharing.get(1) : sharing.getFirst();
    int more = sharing.size() - 2;
    return "The external id '%s' would be that of member %s and of member %s%s.%s"
        .formatted(id, member, first, more == 0 ? "" : " and %d more".formatted(more), ADVICE);
  }

  private void skip(Wanted wanted, String reason) {
    skips.add(new Change.Skip(wanted.member(), wanted.shown(FieldName.EMAIL), reason));
  }

  private static String id(Wanted wanted) {
    return wanted.shown(FieldName.EXTERNAL_ID);
  }
}
