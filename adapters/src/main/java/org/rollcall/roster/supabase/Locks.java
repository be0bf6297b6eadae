package org.rollcall.roster.supabase;

/// What can be said of locked tables. The REST API tells nothing of locks: a question to a locked
/// table is not answered, or it is cancelled.
final class Locks {
  /// What may be behind a question without an answer, and how to find out.
  static final String HINT =
      "A table may be locked, by a migration or an import for example; `select l.relation::regclass, a.pid, a.usename, a.application_name, a.state, a.query from pg_locks l join pg_stat_activity a using (pid) where l.granted and l.mode = 'AccessExclusiveLock'` in the project's SQL editor shows by whom.";

  private Locks() {}
}
