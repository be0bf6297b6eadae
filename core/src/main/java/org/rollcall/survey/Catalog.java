package org.rollcall.survey;

import java.util.Optional;

/// Tells which tables the roster's database has.
@FunctionalInterface
public interface Catalog {
  /// The tables of the roster's schema; empty where the database does not tell them.
  ///
  /// @throws org.rollcall.run.RunStopped when it cannot be asked
  /// @throws InterruptedException when the calling thread is interrupted
  Optional<SchemaTables> tables() throws InterruptedException;
}
