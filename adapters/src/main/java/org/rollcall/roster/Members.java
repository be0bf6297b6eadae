package org.rollcall.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.RosterQuery;
import org.rollcall.model.Visible;
import org.rollcall.run.RunStopped;

/// Hands members over, each once.
public final class Members {
  /// No database has an index over longer texts, so a column with longer texts is no key.
  public static final int LONGEST_KEY = 10_000;

  private final RosterQuery query;
  private final Consumer<Member> each;
  private final Set<MemberId> handed = new HashSet<>();
  private final Map<MemberId, String> padded = new HashMap<>();

  public Members(RosterQuery query, Consumer<Member> each) {
    this.query = query;
    this.each = each;
  }

  /// Hands over the member of `row`, in which the joined tables are already nested.
  ///
  /// @throws RunStopped when the row has no key, or the key of an earlier row
  public void hand(Map<String, @Nullable Object> row) {
    var member = new Member(id(query, row), Blanks.off(row, query.joins()));
    var written = Rows.text(row.get(query.key()));
    if (!handed.add(member.id())) {
      throw new RunStopped(RunStopped.Kind.SETTINGS, twice(member.id(), written));
    }
    if (!written.equals(member.id().value())) {
      padded.put(member.id(), written);
    }
    each.accept(member);
  }

  /// The number of members handed over.
  public int count() {
    return handed.size();
  }

  /// Whether `key` can be a member's: something is seen of it, and it is not too long.
  public static boolean isKey(String key) {
    return !isBlank(key) && key.length() <= LONGEST_KEY;
  }

  private static boolean isBlank(String key) {
    return Visible.of(key).isEmpty();
  }

  /// The id of the member in `row`.
  ///
  /// @throws RunStopped when the row has no key
  public static MemberId id(RosterQuery query, Map<String, @Nullable Object> row) {
    var key = row.get(query.key());
    if (key == null || isBlank(Rows.text(key))) {
      throw keyless(query);
    }
    var text = Rows.text(key);
    if (text.length() > LONGEST_KEY) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "A row of %s has %d characters in its key column %s, which are too many for a key. Correct it, or name another key under roster.key in the settings."
              .formatted(query.table(), text.length(), query.key()));
    }
    return new MemberId(text);
  }

  /// A row of the members' table has no key.
  public static RunStopped keyless(RosterQuery query) {
    return new RunStopped(
        RunStopped.Kind.SETTINGS,
        "A row of %s has nothing in its key column %s. Fill it in, or name another key under roster.key in the settings."
            .formatted(query.table(), query.key()));
  }

  /// Two rows have the key `written`.
  public RunStopped twin(String written) {
    return new RunStopped(RunStopped.Kind.SETTINGS, twice(new MemberId(written), written));
  }

  private String twice(MemberId id, String written) {
    if (!written.equals(padded.getOrDefault(id, id.value()))) {
      return "Two member numbers in %s differ only in blanks or invisible characters: '%s' and '%s'. Intercom is given a number without them, so they would be one member; correct %s."
          .formatted(query.table(), padded.getOrDefault(id, id.value()), written, query.key());
    }
    return "Member %s came twice from %s: %s is not unique there, or the key of a joined table is not unique in it. Correct roster.key or roster.join in the settings."
        .formatted(id, query.table(), query.key());
  }
}
