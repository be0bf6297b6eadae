package org.rollcall.survey;

import java.util.Set;
import org.rollcall.model.Join;
import org.rollcall.run.Upstream;

/// The roster's database as the doctor looks at it: every question by itself, so that one that
/// cannot be answered hides no other. All may throw [org.rollcall.run.RunStopped], whose sentence
/// says what to do, the exact `grant` where one is missing.
public interface Survey extends Upstream {
  /// How many rows a table has that has these columns.
  long rows(String table, Set<String> columns) throws InterruptedException;

  /// How many members are eligible.
  long eligible() throws InterruptedException;

  /// Whether a foreign key leads from the roster to the joined table.
  boolean linked(Join.One join) throws InterruptedException;
}
