package org.rollcall.roster.supabase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;

/// How a roster query is put to PostgREST: the question to the members' table, and the way to read
/// each joined table. Every layout gives the same members.
///
/// @param joined in the order of the query's joins
record Layout(RosterQuery query, Question question, List<JoinedTable> joined) {
  Layout {
    joined = List.copyOf(joined);
  }

  /// Embeds the rows that members point to in the members' rows; this needs foreign keys. A joined
  /// table is read on its own where its name is also that of a column of the members, because the
  /// server could take one for the other.
  static Layout embedding(RosterQuery query) {
    var names = names(query);
    return of(
        query,
        query.joins().stream()
            .map(join ->
                switch (join) {
                  case Join.One one when !EmbeddedRow.isClear(one, names) ->
                      new ReferencedRows(one, query.table());
                  case Join.One one -> new EmbeddedRow(one, query.table());
                  case Join.Many many -> new OwnedRows(many, query.table(), query.key());
                })
            .toList());
  }

  /// Reads every joined table on its own.
  static Layout apart(RosterQuery query) {
    return of(
        query,
        query.joins().stream()
            .map(join ->
                switch (join) {
                  case Join.One one -> new ReferencedRows(one, query.table());
                  case Join.Many many -> new OwnedRows(many, query.table(), query.key());
                })
            .toList());
  }

  private static Layout of(RosterQuery query, List<? extends JoinedTable> joined) {
    var items = new ArrayList<>(columns(query));
    joined.stream()
        .filter(EmbeddedRow.class::isInstance)
        .map(EmbeddedRow.class::cast)
        .map(EmbeddedRow::item)
        .forEach(items::add);
    var question = Question.select(query.table(), items);
    for (var condition : query.where()) {
      question = filtered(question, condition);
    }
    return new Layout(query, question.by(query.key()), List.copyOf(joined));
  }

  /// Whether every row of `page` follows the joins of this layout.
  boolean fits(Page page) {
    return joined.stream()
        .filter(EmbeddedRow.class::isInstance)
        .map(EmbeddedRow.class::cast)
        .allMatch(embedded -> page.rows().stream().allMatch(embedded::fits));
  }

  /// The rows of `page` with all joined rows.
  List<Map<String, @Nullable Object>> complete(Page page, PageReader reader)
      throws InterruptedException {
    for (var join : joined) {
      join.prepare(page.rows(), reader);
    }
    return page.rows().stream().map(this::complete).toList();
  }

  private Map<String, @Nullable Object> complete(Map<String, @Nullable Object> row) {
    var complete = PickedColumns.of(row, query.columns().keySet());
    joined.forEach(join -> complete.put(join.name(), join.of(row)));
    return complete;
  }

  /// The columns of the query, its key, and the columns that point to joined rows.
  private static List<String> columns(RosterQuery query) {
    return read(query).stream().map(Question::name).toList();
  }

  private static Set<String> names(RosterQuery query) {
    var names = read(query);
    query.where().forEach(condition -> names.add(condition.column()));
    return names;
  }

  private static Set<String> read(RosterQuery query) {
    var columns = new TreeSet<>(query.columns().keySet());
    columns.add(query.key());
    for (var join : query.joins()) {
      switch (join) {
        case Join.One one -> columns.add(one.on());
        case Join.Many _ -> {}
      }
    }
    return columns;
  }

  private static Question filtered(Question question, Condition condition) {
    return switch (condition) {
      case Condition.OneOf(var column, var values) -> question.among(column, values);
      case Condition.NotNull(var column) -> question.with(Question.name(column), "not.is.null");
      case Condition.IsNull(var column) -> question.with(Question.name(column), "is.null");
    };
  }
}
