package org.rollcall.roster.supabase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Join;
import org.rollcall.roster.Rows;
import org.rollcall.roster.Stops;

/// Reads rows of a joined table by the values of one of its columns, many values at once.
///
/// It needs one or two requests per page of members, however large the joined table is, and no
/// foreign key. The joined rows are read moments after the member. The server counts the rows in
/// the same snapshot, so an answer that is cut at the row limit is noticed and continued.
///
/// @param column the column with the values
/// @param key the table's own key, which orders the rows
/// @param owners finds the value that a row came for
record Lookup(Join join, String column, String key, Owners owners) {
  /// Keeps addresses below 8,000 characters, which all servers on the way accept.
  private static final int LONGEST_LIST = 7_000;

  /// Passes each value and a row whose [#column] equals it to `each`; the rows of a value come in
  /// the order of their key. What is equal is for the database to say.
  ///
  /// @throws org.rollcall.run.RunStopped when they cannot all be read
  void read(
      Collection<String> values,
      PageReader reader,
      BiConsumer<String, Map<String, @Nullable Object>> each)
      throws InterruptedException {
    for (var list : lists(values)) {
      var rows = rows(list, reader);
      var came = new ArrayList<String>();
      for (Map<String, @Nullable Object> row : rows) {
        came.add(value(row));
      }
      var owned = owners.of(list, came, reader);
      for (Map<String, @Nullable Object> row : rows) {
        owned.getOrDefault(value(row), List.of()).forEach(value -> each.accept(value, row));
      }
    }
  }

  private String value(Map<String, @Nullable Object> row) {
    return Rows.key(row.get(column));
  }

  private List<Map<String, @Nullable Object>> rows(List<String> list, PageReader reader)
      throws InterruptedException {
    var rows = new ArrayList<Map<String, @Nullable Object>>();
    var question =
        Question.select(join.table(), columns()).among(column, Owners.forms(list)).by(key);
    var advance = new Advance(join.table(), key);
    var lasts = new ArrayList<String>();
    var total = 0L;
    for (var page = page(question, reader); !page.isEmpty(); ) {
      advance.take(page, page.total().orElseThrow());
      total = Math.max(total, page.total().orElseThrow());
      lasts.add(page.last(key));
      rows.addAll(page.rows());
      if (page.isWhole()) {
        break;
      }
      page = page(question.after(key, page.last(key)), reader);
    }
    if (rows.size() < total) {
      refuseTwins(new Twins(question, key, reader), lasts);
    }
    return rows;
  }

  /// Names a key that is not unique, or a row without one, where pages left such rows out.
  private void refuseTwins(Twins twins, List<String> lasts) throws InterruptedException {
    var twin = twins.first(lasts);
    if (twin.isPresent() || twins.isKeyless()) {
      throw Stops.noKey(join, key, twin);
    }
  }

  private Page page(Question question, PageReader reader) throws InterruptedException {
    return reader
        .page("Table " + join.table(), question, Integer.MAX_VALUE, PageReader.Counting.EXACT)
        .orElseThrow(() -> Stops.unknown(join.table() + " could not be read on its own"));
  }

  private Collection<String> columns() {
    var columns = new TreeSet<>(join.columns().keySet());
    columns.add(column);
    columns.add(key);
    return columns.stream().map(Question::name).toList();
  }

  private static int length(String value) {
    return Owners.forms(List.of(value)).stream()
        .mapToInt(form -> Question.encode(Question.literal(form)).length() + 1)
        .sum();
  }

  private static List<List<String>> lists(Collection<String> values) {
    var lists = new ArrayList<List<String>>();
    var length = LONGEST_LIST;
    for (var value : values) {
      var more = length(value);
      if (length + more > LONGEST_LIST) {
        lists.add(new ArrayList<>());
        length = 0;
      }
      lists.getLast().add(value);
      length += more;
    }
    return lists;
  }
}
