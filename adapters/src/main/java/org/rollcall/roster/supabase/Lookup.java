package org.rollcall.roster.supabase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Join;
import org.rollcall.roster.Stops;

/// Reads rows of a joined table by the values of one of its columns, many values at once.
///
/// This costs a request or two a page of members, however large the joined table is, needs no
/// foreign key, and reads what a member has moments after the member. Every answer is counted by
/// the server in the same snapshot, so an answer cut at the server's row limit is seen and read on.
///
/// @param column the column that holds the values
/// @param key the table's own key, the order of the rows
record Lookup(Join join, String column, String key) {
  /// Keeps addresses below the 8,000 characters that every server on the way takes.
  private static final int LONGEST_LIST = 7_000;

  /// Hands the rows whose [#column] is one of `values` to `each`, in the order of their key among
  /// those of equal value.
  ///
  /// @throws org.rollcall.run.RunStopped when they cannot all be read
  void read(
      Collection<String> values, Reading reading, Consumer<Map<String, @Nullable Object>> each)
      throws InterruptedException {
    for (var list : lists(values)) {
      var ask = Ask.select(join.table(), columns()).among(column, list).by(key);
      for (var page = page(ask, reading); !page.isEmpty(); ) {
        page.rows().forEach(each);
        if (page.isWhole()) {
          break;
        }
        page = page(ask.after(key, page.last(key)), reading);
      }
    }
  }

  private Page page(Ask ask, Reading reading) throws InterruptedException {
    return reading
        .page("Table " + join.table(), ask, Integer.MAX_VALUE, Reading.Counting.EXACT)
        .orElseThrow(() -> Stops.unknown(join.table() + " could not be read on its own"));
  }

  private Collection<String> columns() {
    var columns = new TreeSet<>(join.columns().keySet());
    columns.add(column);
    columns.add(key);
    return columns.stream().map(Ask::name).toList();
  }

  private static List<List<String>> lists(Collection<String> values) {
    var lists = new ArrayList<List<String>>();
    var length = LONGEST_LIST;
    for (var value : values) {
      var more = Ask.encode(Ask.literal(value)).length() + 1;
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
