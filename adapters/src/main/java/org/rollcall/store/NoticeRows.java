package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.MemberId;
import org.rollcall.plan.NoticeRecord;

/// The rows of what runs told.
final class NoticeRows {
  /// So many of the latest runs keep theirs: a person asks for the last night's.
  private static final int KEPT = 20;

  private NoticeRows() {}

  static void write(Handle handle, Collection<Entry.OfNotice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    try (var batch =
        handle.prepareBatch(
            "insert into <place>notices (run, position, kind, gist, members, shown, masked)"
                + " values (:run, :position, :kind, :gist, :members, :shown, :masked)")) {
      for (var each : notices) {
        var notice = each.notice();
        batch
            .bind("run", each.run())
            .bind("position", each.position())
            .bind("kind", notice.kind())
            .bind("gist", notice.gist())
            .bind("members", Fields.words(notice.members().stream().map(MemberId::value).toList()))
            .bind("shown", notice.shown())
            .bind("masked", notice.masked())
            .add();
      }
      batch.execute();
    }
  }

  /// In the order of telling.
  static List<NoticeRecord> of(Handle handle, String run) {
    return handle
        .createQuery("select * from <place>notices where run = :run order by position")
        .bind("run", run)
        .map((row, _) -> notice(row))
        .list();
  }

  /// The sentences of the last sync of the target that came to its end, people shown.
  static List<String> last(Handle handle, String target) {
    return handle
        .createQuery(
            "select shown from <place>notices where run = (select run from <place>runs"
                + " where target = :target and command = 'sync'"
                + " and status in ('succeeded', 'partial') order by started desc limit 1)")
        .bind("target", target)
        .mapTo(String.class)
        .list();
  }

  static int forget(Handle handle) {
    return handle
        .createUpdate(
            "delete from <place>notices where run not in (select run from <place>runs"
                + " order by started desc limit :kept)")
        .bind("kept", KEPT)
        .execute();
  }

  private static NoticeRecord notice(ResultSet row) throws SQLException {
    return new NoticeRecord(
        row.getString("kind"),
        row.getString("gist"),
        Fields.words(row.getString("members")).stream().map(MemberId::new).toList(),
        row.getString("shown"),
        row.getString("masked"));
  }
}
