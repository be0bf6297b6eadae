package org.rollcall.roster.postgres;

import java.util.List;
import java.util.Optional;
import org.rollcall.roster.Rows;

/// The type of a column, as far as comparing it needs it. A domain counts as the type below it.
///
/// @param type the number of the type
/// @param category PostgreSQL's category: `N` for numbers, `S` for texts
/// @param name the type in SQL
/// @param collation the column's collation in SQL; empty if the type has none
/// @param equality the schema of the type's own `=`; empty if it shares that of another type
/// @param comparable whether two values can be compared at all
record KeyType(
    String type,
    String category,
    String name,
    Optional<String> collation,
    Optional<String> equality,
    boolean comparable) {
  private static final String NUMERIC = "1700";

  /// Reads the type of a column; no row for a column that is not there.
  static Sql question(String table, String column) {
    return new Sql(
        """
        with recursive below as (
          select t.*, a.attcollation from pg_attribute a join pg_type t on t.oid = a.atttypid
          where a.attrelid = to_regclass(?::text) and a.attname = ?::text
            and a.attnum > 0 and not a.attisdropped
          union all
          select t.*, b.attcollation from below b join pg_type t on t.oid = b.typbasetype
          where b.typtype = 'd')
        select row_to_json(found)::text from (
          select b.oid::text as type, b.typcategory::text as category,
            format_type(b.oid, -1) as name,
            (select format('%I.%I', n.nspname, c.collname) from pg_collation c
              join pg_namespace n on n.oid = c.collnamespace
              where c.oid = b.attcollation) as collation,
            (select n.nspname from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
              where o.oprname = '=' and o.oprleft = b.oid and o.oprright = b.oid
              limit 1) as equality,
            b.typcategory in ('S', 'A', 'E', 'R') or exists (
              select from pg_opclass c where c.opcintype = b.oid and c.opcdefault) as comparable
          from below b where b.typtype <> 'd') found\
        """,
        List.of(table, column));
  }

  /// The answer to [#question].
  static KeyType of(String json) {
    var row = Rows.row(json);
    return new KeyType(
        String.valueOf(row.get("type")),
        String.valueOf(row.get("category")),
        String.valueOf(row.get("name")),
        Optional.ofNullable(row.get("collation")).map(String::valueOf),
        Optional.ofNullable(row.get("equality")).map(String::valueOf),
        Boolean.TRUE.equals(row.get("comparable")));
  }

  /// Whether the database compares values of this type with those of `other` by itself.
  boolean isLike(KeyType other) {
    return comparable
        && other.comparable
        && (type.equals(other.type)
            || (category.equals(other.category) && (category.equals("N") || isText())));
  }

  boolean isText() {
    return category.equals("S");
  }

  /// `column` as the text that REST has of it: equal numbers have one text.
  String text(String column) {
    return type.equals(NUMERIC) ? "trim_scale(%s)::text".formatted(column) : column + "::text";
  }
}
