package org.rollcall.roster.supabase;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollcall.run.RunStopped;

/// A question to PostgREST: a table and the parameters of the query.
///
/// @param table the table to read
/// @param parameters encoded pairs of name and value, joined by `=`
/// @param key the column that orders the rows, if they are ordered by a key
record Question(String table, List<String> parameters, Optional<String> key) {
  Question {
    parameters = List.copyOf(parameters);
  }

  /// Reads these columns and joins of a table; each item has the form of [#name] or of an
  /// embedding.
  static Question select(String table, Collection<String> items) {
    return new Question(table, List.of(), Optional.empty()).with("select", String.join(",", items));
  }

  /// This question with one more parameter.
  Question with(String name, String value) {
    var more = new ArrayList<>(parameters);
    more.add(encode(name) + "=" + encode(value));
    return new Question(table, more, key);
  }

  /// This question in the order of `column`, which is a key.
  Question by(String column) {
    var ordered = with("order", name(column) + ".asc");
    return new Question(table, ordered.parameters, Optional.of(column));
  }

  /// This question for the values of one column only.
  Question only(String column) {
    var others = parameters.stream().filter(parameter -> !parameter.startsWith("select=")).toList();
    return new Question(table, others, key).with("select", name(column));
  }

  /// This question, limited to rows after `last` in the order of `column`.
  Question after(String column, String last) {
    return with(name(column), "gt." + last);
  }

  /// This question, limited to rows whose `column` is one of `values`.
  Question among(String column, Collection<String> values) {
    return with(
        name(column),
        values.stream().map(Question::literal).collect(Collectors.joining(",", "in.(", ")")));
  }

  /// The address of this question in the project at `base`, for at most `limit` rows.
  URI at(URI base, int limit) {
    var root = base.toString().replaceAll("/+$", "");
    var query = String.join("&", with("limit", Integer.toString(limit)).parameters());
    return URI.create(root + "/rest/v1/" + encode(table) + "?" + query);
  }

  /// The name of a column or table for PostgREST, always quoted: unquoted, `limit` and `or` are
  /// parameters of their own, and a dot or an arrow has a meaning.
  ///
  /// @throws RunStopped when it is `*`, which means all columns even in quotes
  static String name(String identifier) {
    if (identifier.equals("*")) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "A column that is named * cannot be read over the REST API, which takes the name for all columns. Rename the column, give it another name in a view, or read the roster by DATABASE_URL.");
    }
    return quoted(identifier);
  }

  /// A value in a list. It is unquoted only if it has no other meaning; `null`, for example, is
  /// quoted.
  static String literal(String value) {
    return value.matches("[A-Za-z-]*[0-9][0-9A-Za-z-]*") ? value : quoted(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// Percent-encodes all special characters. A space becomes `%20`, because PostgREST would not
  /// read a `+` as a plus sign.
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%3A", ":")
        .replace("%21", "!");
  }
}
