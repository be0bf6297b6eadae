package org.rollcall.store;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.rollcall.store.Entry.Ending;
import org.rollcall.store.Entry.OfMember;

/// The rows of the journal's members.
final class MemberRows {
  /// An existing row keeps what was planned. It gets the time when the change began and, later, how
  /// it ended. [OfMember#and] does the same.
  private static final String WRITTEN =
      "insert into <place>changes as known (run, member, kind, email, contact, intended, settled,"
          + " outcome, reason, remedies, archived, fields, request_id, deeds, cause)"
          + " values (:run, :member, :kind, :email, :contact, :intended, :settled,"
          + " :outcome, :reason, :remedies, :archived, :fields, :request, :deeds, :cause)"
          + " on conflict (run, member) do update set"
          + " intended = coalesce(excluded.intended, known.intended),"
          + " deeds = coalesce(excluded.deeds, known.deeds), "
          + Stream.of(
                  "contact",
                  "outcome",
                  "reason",
                  "cause",
                  "remedies",
                  "archived",
                  "fields",
                  "request_id",
                  "settled")
              .map(MemberRows::latest)
              .collect(Collectors.joining(", "));

  private MemberRows() {}

  /// Adds these members, or completes their rows.
  static void write(Handle handle, Collection<OfMember> members) {
    if (members.isEmpty()) {
      return;
    }
    try (var batch = handle.prepareBatch(WRITTEN)) {
      members.forEach(each -> add(batch, each));
      batch.execute();
    }
  }

  private static String latest(String column) {
    return "column = case when excluded.settled is null then known.column else excluded.column end"
        .replace("column", column);
  }

  private static void add(PreparedBatch batch, OfMember row) {
    var ending = row.ending();
    batch
        .bind("run", row.run())
        .bind("member", row.member().value())
        .bind("kind", row.kind())
        .bind("email", row.email())
        .bind("contact", row.contact())
        .bind("intended", row.intended())
        .bind("settled", ending.map(Ending::settled).orElse(null))
        .bind("outcome", text(ending, Ending::outcome))
        .bind("reason", text(ending, Ending::reason))
        .bind("cause", text(ending, Ending::cause))
        .bind("remedies", text(ending, Ending::remedies))
        .bind("archived", text(ending, Ending::archived))
        .bind("fields", text(ending, Ending::fields))
        .bind("request", text(ending, Ending::request))
        .bind("deeds", row.deeds())
        .add();
  }

  private static @Nullable String text(
      Optional<Ending> ending, Function<Ending, @Nullable String> part) {
    return ending.isPresent() ? part.apply(ending.get()) : null;
  }
}
