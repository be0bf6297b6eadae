package org.rollcall.store;

import org.jdbi.v3.core.statement.SqlStatement;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;

/// What a sync is recognised by before anybody has asked Intercom which workspace it writes to. A
/// store may be shared by several settings files, so the name alone says too little.
///
/// @param intercom the address of the Intercom: another one is another world
public record SyncKey(SyncName sync, RosterName roster, String intercom) {
  /// A condition on a row with the columns `sync`, `roster` and `intercom`.
  static final String ROW = "sync = :sync and roster = :roster and intercom = :intercom";

  <S extends SqlStatement<S>> S bound(S statement) {
    return statement
        .bind("sync", sync.value())
        .bind("roster", roster.value())
        .bind("intercom", intercom);
  }
}
