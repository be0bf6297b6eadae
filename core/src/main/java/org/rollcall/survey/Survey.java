package org.rollcall.survey;

import java.util.Set;
import org.rollcall.model.Join;
import org.rollcall.run.Upstream;

/// The doctor's questions about the roster's database. They are separate, so that one without an
/// answer does not hide the others. All may throw [org.rollcall.run.RunStopped], whose sentence
/// says what to do, including the exact `grant` if one is missing.
public interface Survey extends Upstream {
  /// The number of rows in a table; fails if it lacks one of these columns.
  long rows(String table, Set<String> columns) throws InterruptedException;

  /// The number of eligible members.
  long eligible() throws InterruptedException;

  /// Whether there is a foreign key from the roster to the joined table.
  boolean linked(Join.One join) throws InterruptedException;
}
