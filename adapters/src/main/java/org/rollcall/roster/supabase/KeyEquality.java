package org.rollcall.roster.supabase;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rollcall.roster.Stops;

/// Whether the database takes two values of a joined column for equal.
///
/// Nothing tells the type of a column over REST, so the database is asked. Its answer about blanks
/// and about case is that of the type and holds for all values. About other letters it is asked for
/// each pair, and not often.
final class KeyEquality {
  /// The most pairs that are asked about one by one.
  private static final int MOST = 50;

  private final String table;
  private final String column;
  private final Map<Likeness, Boolean> learned = new EnumMap<>(Likeness.class);
  private int asked;

  KeyEquality(String table, String column) {
    this.table = table;
    this.column = column;
  }

  /// Whether `there`, a value that the column has, equals `value`.
  boolean holds(String there, String value, PageReader reader) throws InterruptedException {
    var likeness = Likeness.of(there, value);
    if (likeness.isEmpty()) {
      return false;
    }
    var known = learned.get(likeness.get());
    return known != null ? known : asked(likeness.get(), there, value, reader);
  }

  private boolean asked(Likeness likeness, String there, String value, PageReader reader)
      throws InterruptedException {
    if (++asked > MOST) {
      throw Stops.unlike(table, column);
    }
    var question =
        Question.select(table, List.of(Question.name(column))).among(column, List.of(there));
    boolean equal = found(question.among(column, List.of(value)), reader);
    // A row that has gone meanwhile would tell nothing about its type.
    if (likeness != Likeness.LETTERS && (equal || found(question, reader))) {
      learned.put(likeness, equal);
    }
    return equal;
  }

  private boolean found(Question question, PageReader reader) throws InterruptedException {
    return reader
        .page("Table " + table, question, 1, PageReader.Counting.NONE)
        .filter(page -> !page.isEmpty())
        .isPresent();
  }
}
