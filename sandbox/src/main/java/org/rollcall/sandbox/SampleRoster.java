package org.rollcall.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/// A roster of invented people in the first user's five tables. It has Supabase's roles and grants,
/// so that both the REST API and a plain connection can read it.
///
/// @param schema where the tables are made; they must not exist yet
/// @param eligible the number of eligible members; the roster has one ineligible member for ten of
///   them
/// @param seed the same seed gives the same people
/// @param foreignKeys whether foreign keys link the tables
public record SampleRoster(String schema, int eligible, long seed, ForeignKeys foreignKeys) {
  /// A roster as large as the first user's.
  public static final int MEMBERS = 20_123;

  /// Whether foreign keys link the joined tables. Without them PostgREST cannot embed rows.
  public enum ForeignKeys {
    PRESENT,
    ABSENT
  }

  /// A roster in `public` with this many eligible members and with foreign keys.
  public static SampleRoster of(int eligible) {
    return new SampleRoster("public", eligible, 1, ForeignKeys.PRESENT);
  }

  /// The same people in another schema.
  public SampleRoster in(String otherSchema) {
    return new SampleRoster(otherSchema, eligible, seed, foreignKeys);
  }

  /// The same people in tables without foreign keys.
  public SampleRoster withoutForeignKeys() {
    return new SampleRoster(schema, eligible, seed, ForeignKeys.ABSENT);
  }

  /// All its people, in no particular order.
  public Stream<SamplePerson> people() {
    return new SamplePeople(seed).people(eligible);
  }

  /// Makes the tables and fills them.
  ///
  /// @param connection a superuser's connection; its state is the same afterwards
  public void load(Connection connection) throws SQLException {
    var before = connection.getAutoCommit();
    connection.setAutoCommit(false);
    make(connection);
    connection.commit();
    connection.setAutoCommit(before);
  }

  private void make(Connection connection) throws SQLException {
    var tables = new SampleTables(schema);
    execute(connection, tables.roles());
    execute(connection, tables.tables());
    fill(connection);
    switch (foreignKeys) {
      case PRESENT -> execute(connection, tables.foreignKeys());
      case ABSENT -> {}
    }
    execute(connection, tables.grants());
    execute(connection, "analyze");
  }

  private void fill(Connection connection) throws SQLException {
    var people = people().toList();
    copy(connection, "member_types(id, type_name)", types());
    copy(connection, "regions(id, code, name)", regions());
    copy(
        connection,
        "facilities(id, code, name, region_id, level, facility_type, status)",
        facilities());
    copy(
        connection,
        "members(membernumber, firstname, lastname, username, email, phone, status, membertypeid, region_id, facility_id, natca_id)",
        people.stream().map(SampleRoster::member));
    copy(
        connection,
        "positions(id, membernumber, positiontype, facility_id, start_date, end_date)",
        positions(people));
  }

  private static Stream<String> types() {
    return SamplePlaces.TYPES.stream().map(type -> CopyLine.of(type.id(), type.name()));
  }

  private static Stream<String> regions() {
    var regions = SamplePlaces.REGIONS;
    return IntStream.range(0, regions.size())
        .mapToObj(
            index -> CopyLine.of(index + 1, regions.get(index).code(), regions.get(index).name()));
  }

  private static Stream<String> facilities() {
    return IntStream.rangeClosed(1, SamplePlaces.FACILITIES.size())
        .mapToObj(SampleRoster::facility);
  }

  private static String facility(int id) {
    var it = SamplePlaces.FACILITIES.get(id - 1);
    return CopyLine.of(id, it.code(), it.name(), it.region(), it.level(), it.type(), "Open");
  }

  private static String member(SamplePerson person) {
    return CopyLine.of(
        person.number(),
        person.firstName(),
        person.lastName(),
        "u" + person.number(),
        person.email(),
        person.phone(),
        person.status(),
        person.type(),
        person.region(),
        person.facility(),
        "N" + person.number());
  }

  private static Stream<String> positions(List<SamplePerson> people) {
    var id = new AtomicLong();
    return people.stream()
        .flatMap(person ->
            person.positions().stream()
                .map(position ->
                    CopyLine.of(
                        id.incrementAndGet(),
                        person.number(),
                        position.type(),
                        person.facility(),
                        position.start(),
                        position.end())));
  }

  private void copy(Connection connection, String target, Stream<String> lines)
      throws SQLException {
    var text = new StringBuilder();
    lines.forEach(text::append);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy \"%s\".%s from stdin".formatted(schema, target),
              new StringReader(text.toString()));
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The sample roster could not be sent to its database.", failed);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
