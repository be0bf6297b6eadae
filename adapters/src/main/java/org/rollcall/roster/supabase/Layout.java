package org.rollcall.roster.supabase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;

/// How a roster query is put to PostgREST: what is asked of the members' table, and how each joined
/// table comes to its rows. Whichever layout, the members are the same.
///
/// @param joined in the order of the query's joins
record Layout(RosterQuery query, Ask ask, List<Joined> joined) {
  Layout {
    joined = List.copyOf(joined);
  }

  /// Rows pointed to come inside the members' rows. Needs foreign keys.
  static Layout embedding(RosterQuery query) {
    return of(
        query,
        query.joins().stream()
            .map(join ->
                switch (join) {
                  case Join.One one -> new Embedded(one);
                  case Join.Many many -> new Belonging(many, query.key());
                })
            .toList());
  }

  /// Every joined table is read on its own.
  static Layout apart(RosterQuery query) {
    return of(
        query,
        query.joins().stream()
            .map(join ->
                switch (join) {
                  case Join.One one -> new PointedTo(one);
                  case Join.Many many -> new Belonging(many, query.key());
                })
            .toList());
  }

  private static Layout of(RosterQuery query, List<? extends Joined> joined) {
    var items = new ArrayList<>(columns(query));
    joined.stream()
        .filter(Embedded.class::isInstance)
        .map(Embedded.class::cast)
        .map(Embedded::item)
        .forEach(items::add);
    var ask = Ask.select(query.table(), items);
    for (var condition : query.where()) {
      ask = filtered(ask, condition);
    }
    return new Layout(query, ask.by(query.key()), List.copyOf(joined));
  }

  /// Whether every row of `page` is what this layout asked for.
  boolean fits(Page page) {
    return joined.stream()
        .filter(Embedded.class::isInstance)
        .map(Embedded.class::cast)
        .allMatch(embedded -> page.rows().stream().allMatch(embedded::fits));
  }

  /// The rows of `page` with everything joined to them.
  List<Map<String, @Nullable Object>> complete(Page page, Reading reading)
      throws InterruptedException {
    for (var join : joined) {
      join.prepare(page.rows(), reading);
    }
    return page.rows().stream().map(this::complete).toList();
  }

  private Map<String, @Nullable Object> complete(Map<String, @Nullable Object> row) {
    var complete = Picked.of(row, query.columns().keySet());
    joined.forEach(join -> complete.put(join.name(), join.of(row)));
    return complete;
  }

  /// The columns of the query, its key and those that point to joined rows.
  private static List<String> columns(RosterQuery query) {
    var columns = new TreeSet<>(query.columns().keySet());
    columns.add(query.key());
    for (var join : query.joins()) {
      switch (join) {
        case Join.One one -> columns.add(one.on());
        case Join.Many _ -> {}
      }
    }
    return columns.stream().map(Ask::name).toList();
  }

  private static Ask filtered(Ask ask, Condition condition) {
    return switch (condition) {
      case Condition.OneOf(var column, var values) -> ask.among(column, values);
      case Condition.NotNull(var column) -> ask.with(Ask.name(column), "not.is.null");
      case Condition.IsNull(var column) -> ask.with(Ask.name(column), "is.null");
    };
  }
}
