package org.rollcall.roster.supabase;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A question to PostgREST: a table and the parameters of its query.
///
/// @param table where it is asked
/// @param parameters name and value joined by `=`, encoded already
record Ask(String table, List<String> parameters) {
  Ask {
    parameters = List.copyOf(parameters);
  }

  /// These columns and joins of a table, each as [#name] or an embedding writes it.
  static Ask select(String table, Collection<String> items) {
    return new Ask(table, List.of()).with("select", String.join(",", items));
  }

  /// The same with one parameter more.
  Ask with(String name, String value) {
    var more = new ArrayList<>(parameters);
    more.add(encode(name) + "=" + encode(value));
    return new Ask(table, more);
  }

  /// In the order of `key`.
  Ask by(String key) {
    return with("order", name(key) + ".asc");
  }

  /// Only what follows `last` in the order of `key`.
  Ask after(String key, String last) {
    return with(name(key), "gt." + last);
  }

  /// Only rows whose `column` is one of `values`.
  Ask among(String column, Collection<String> values) {
    return with(
        name(column),
        values.stream().map(Ask::literal).collect(Collectors.joining(",", "in.(", ")")));
  }

  /// Where it is asked of the project at `base`, no more than `limit` rows.
  URI at(URI base, int limit) {
    var root = base.toString().replaceAll("/+$", "");
    var query = String.join("&", with("limit", Integer.toString(limit)).parameters());
    return URI.create(root + "/rest/v1/" + encode(table) + "?" + query);
  }

  /// A column or table as PostgREST reads it: quoted unless it is a plain word.
  static String name(String identifier) {
    return identifier.matches("[A-Za-z_][A-Za-z0-9_]*") ? identifier : quoted(identifier);
  }

  /// A value inside a list: bare only when nothing in it can mean anything else, `null` included.
  static String literal(String value) {
    return value.matches("[A-Za-z-]*[0-9][0-9A-Za-z-]*") ? value : quoted(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// Percent-encodes what is not plain. A space must not become `+`, nor `+` stay.
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
