package org.rollcall.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What happens to the people of a [SampleRoster] from one day to the next: some move, some change
/// their numbers, some retire, some join, some leave and some vanish from the table.
///
/// @param schema where the roster is
public record RosterNews(String schema) {
  /// Lets a day pass. The same day does the same.
  ///
  /// @param connection a superuser's
  /// @param day from 0; each day is about other people
  public void pass(Connection connection, int day) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set search_path to \"%s\"".formatted(schema));
      for (var sentence : sentences(day)) {
        statement.execute(sentence);
      }
      statement.execute("reset search_path");
    }
  }

  private static List<String> sentences(int day) {
    return List.of(
        "update members set facility_id = 44, region_id = 8" + who(day, "moved", 8),
        "update members set phone = '(312) 555-01' || right(membernumber, 2)"
            + who(day, "numbers", 10),
        "update members set email = 'new.' || email" + who(day, "addresses", 3),
        "update members set email = 'not an address'" + who(day, "odd", 1),
        "update members set status = 'Retired', membertypeid = 10" + who(day, "retired", 2),
        "update members set status = 'Resigned'" + who(day, "resigned", 2),
        joined(day, 3),
        "delete from positions" + who(day, "gone", 2),
        "delete from members" + who(day, "gone", 2));
  }

  private static String joined(int day, int most) {
    return """
    insert into members(
      membernumber, firstname, lastname, email, phone, status, membertypeid, region_id, facility_id)
    select (90000 + %d * 100 + row_number() over (order by membernumber))::text, firstname,
      'New-' || lastname, 'joined.' || email, phone, 'Active', 6, region_id, facility_id
    from members
    """
            .formatted(day)
        + who(day, "joined", most);
  }

  /// A few active people, the same each time.
  private static String who(int day, String what, int most) {
    return """
     where membernumber in (
      select membernumber from members
      where status = 'Active' and email is not null
      order by md5(membernumber || '%s %d') limit %d)
    """
        .formatted(what, day, most);
  }
}
