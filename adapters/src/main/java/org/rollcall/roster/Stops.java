package org.rollcall.roster;

import java.util.Collection;
import java.util.Optional;
import org.rollcall.model.Join;
import org.rollcall.model.Newest;
import org.rollcall.model.RosterQuery;
import org.rollcall.run.RunStopped;

/// The reasons why a roster cannot be read, in sentences that both rosters share.
public final class Stops {
  private Stops() {}

  /// No member is eligible. A database that hides its rows gives the same answer.
  ///
  /// @param role the database role that read
  public static RunStopped empty(RosterQuery query, String role) {
    return failed(
        "%s.%s holds no eligible member. If it should hold some, the database is hiding its rows: check that the key or the user is one that row level security lets through, run `%s`, and compare roster.where in the settings with the table."
            .formatted(query.schema(), query.table(), selectGrant(query, query.table(), role)));
  }

  /// The number of members read fits neither the count before nor the count after.
  public static RunStopped miscounted(RosterQuery query, long read, long before, long after) {
    return failed(
        "%d members were read from %s.%s, but it held %d when reading began and %d when it ended. Some were lost on the way, or the table was being rewritten; run again when nothing writes to it."
            .formatted(read, query.schema(), query.table(), before, after));
  }

  /// The server gives a page again although the next one was asked for.
  public static RunStopped stuck(String table, String key) {
    return failed(
        "The pages of %s do not get on: a page ends with a %s that was read already. Something between here and the database ignores the filter or the order by %s; nothing was written."
            .formatted(table, key, key));
  }

  /// The server goes on with pages long after the end.
  public static RunStopped endless(String table, long read, long total) {
    return failed(
        "The pages of %s do not end: %d rows were read, and the database counted %d. Nothing was written."
            .formatted(table, read, total));
  }

  /// The database takes values for equal that are written in too many ways.
  public static RunStopped unlike(String table, String column) {
    return failed(
        "The values of %s in %s and the members' values differ in their letters, and only the database can tell which of them are equal. That takes too long over the REST API: write them alike in both tables, or read the roster by DATABASE_URL."
            .formatted(column, table));
  }

  /// Joined rows came that belong to no member.
  ///
  /// @param values what they have in `column`
  public static RunStopped strays(String table, String column, Collection<String> values) {
    return failed(
        "More than a few rows of %s belong to nobody, although they came for members: %s is %s there. The database takes them for equal to other texts; write them alike in both tables, or read the roster by DATABASE_URL. Nothing was written."
            .formatted(table, column, String.join(", ", values)));
  }

  /// The rows do not fit into memory.
  public static RunStopped tooMuch(String table, int rows) {
    return failed(
        "The rows of %s are too large to be held: %d of them take half of the memory. Nothing was written; read fewer columns, and no documents or pictures, under roster in the settings, or give Java more memory by ROLLCALL_JAVA_OPTS=-Xmx1g."
            .formatted(table, rows));
  }

  /// The role may not read `table`.
  public static RunStopped notGranted(RosterQuery query, String table, String role) {
    return failed(
        "The database does not let %s read %s.%s. Run `%s` and, where the schema itself is closed, `%s`."
            .formatted(
                role,
                query.schema(),
                table,
                selectGrant(query, table, role),
                usageGrant(query, role)));
  }

  /// The settings name something that the database does not have.
  ///
  /// @param says the database's own message
  public static RunStopped unknown(String says) {
    return new RunStopped(
        RunStopped.Kind.SETTINGS,
        "The settings do not fit the database: %s. Correct the names under roster and source in the settings."
            .formatted(withoutFullStop(says)));
  }

  /// The key of a joined table is none.
  ///
  /// @param twin what two rows have in it; empty if a row has nothing in it
  public static RunStopped noKey(Join join, String key, Optional<String> twin) {
    return unknown(
        twin.map(one ->
                "%s is no key of the joined table %s, which has %s twice"
                    .formatted(key, join.table(), one))
            .orElseGet(() ->
                "%s is no key of the joined table %s, which has a row with nothing in it"
                    .formatted(key, join.table())));
  }

  /// The REST API does not know a table, however often it is asked.
  ///
  /// @param says the server's own message
  public static RunStopped unlisted(String says) {
    return new RunStopped(
        RunStopped.Kind.SETTINGS,
        "The REST API does not know a table of the settings, however often it is asked: %s. Correct its name under roster in the settings. If the name is right and a migration has just made the table, the API has an old list of tables: run `notify pgrst, 'reload schema';` in the database and run again."
            .formatted(withoutFullStop(says)));
  }

  /// The source named under `freshness` cannot be read.
  ///
  /// @param says the database's own message
  public static RunStopped unasked(Newest asked, String says) {
    return new RunStopped(
        RunStopped.Kind.SETTINGS,
        "%s cannot be asked: %s. Correct it in the settings or in the database; it may only read, not write."
            .formatted(asked.called(), withoutFullStop(says)));
  }

  /// The reason of a run that failed.
  public static RunStopped failed(String sentence) {
    return new RunStopped(RunStopped.Kind.FAILED, sentence);
  }

  /// The statement that lets `role` read `table`.
  public static String selectGrant(RosterQuery query, String table, String role) {
    return "grant select on %s.%s to %s;"
        .formatted(identifier(query.schema()), identifier(table), identifier(role));
  }

  private static String usageGrant(RosterQuery query, String role) {
    return "grant usage on schema %s to %s;"
        .formatted(identifier(query.schema()), identifier(role));
  }

  /// `name` as an SQL identifier, quoted if necessary.
  public static String identifier(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String withoutFullStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
