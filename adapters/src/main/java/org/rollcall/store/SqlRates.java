package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.rollcall.rate.Claim;

/// What the users of each access token's rate say to each other, in a PostgreSQL store. Tokens are
/// known by digests. All times are the database's. No lock outlives a statement, so that a process
/// that is suspended holds up nobody. For many threads and processes. Each method throws
/// [StoreTrouble] when the store fails.
public final class SqlRates {
  private static final String UNUSABLE = "The access token's rate cannot be divided";

  private static final String LOOK =
      "select r.token, r.version, <now> as now, c.claimant, c.reserved, c.wanted,"
          + " c.valid >= <now> as lives from <place>rates as r"
          + " left join <place>rate_claims as c on c.token = r.token and c.counts > <now>"
          + " where r.token in (<tokens>)";
  private static final String BEGIN =
      "insert into <place>rates (token, version) values (:token, 0)"
          + " on conflict (token) do nothing";

  /// The rows of several tokens are locked in one order, so that nobody waits for each other. A row
  /// that another process has changed since is not among them.
  private static final String SAY =
      "with said (token, version, claimant, reserved, wanted, valid, counts) as (values <said>),"
          + " locked as (select r.token from <place>rates as r where exists"
          + " (select from said where said.token = r.token and said.version = r.version)"
          + " order by r.token for update of r),"
          + " grown as (update <place>rates as r set version = r.version + 1 from locked"
          + " where r.token = locked.token returning r.token),"
          + " gone as (delete from <place>rate_claims as c using grown where c.token = grown.token"
          + " and c.counts <= <now>"
          + " and not exists (select from said where said.claimant = c.claimant)),"
          + " kept as (insert into <place>rate_claims"
          + " (token, claimant, reserved, wanted, valid, counts) select said.token, claimant,"
          + " reserved, wanted, <now> + valid, <now> + counts from said"
          + " join grown on grown.token = said.token on conflict (token, claimant) do update"
          + " set reserved = excluded.reserved, wanted = excluded.wanted, valid = excluded.valid,"
          + " counts = excluded.counts)"
          + " select token from grown";

  private final StoreAccess store;

  /// @param store asked each time
  public SqlRates(StoreAccess store) {
    this.store = store;
  }

  /// What was said of a rate.
  ///
  /// @param version distinguishes it from what was said before and after
  /// @param now the time of the database
  public record Sight(long version, Instant now, List<Claim> claims) {}

  /// What a user says.
  ///
  /// @param token the digest of the token
  /// @param version of what the user has read
  /// @param valid how long the user lives if it says nothing more
  /// @param counts how long nobody else may use what it reserved, if it says nothing more
  public record Said(String token, long version, Claim claim, Duration valid, Duration counts) {
    public String claimant() {
      return claim.user();
    }

    public double reserved() {
      return claim.reserved();
    }

    public double wanted() {
      return claim.wanted();
    }

    public long validMillis() {
      return valid.toMillis();
    }

    public long countsMillis() {
      return counts.toMillis();
    }
  }

  /// What the users of each token have said.
  public Map<String, Sight> look(Collection<String> tokens) {
    return store.ask(
        UNUSABLE,
        opened ->
            opened
                .jdbi()
                .withHandle(handle -> {
                  var clock = opened.dialect().clock();
                  var seen = look(handle, tokens, clock);
                  var unknown = new ArrayList<>(tokens);
                  unknown.removeAll(seen.keySet());
                  if (unknown.isEmpty()) {
                    return seen;
                  }
                  unknown.forEach(
                      token -> handle.createUpdate(BEGIN).bind("token", token).execute());
                  return look(handle, tokens, clock);
                }));
  }

  private static Map<String, Sight> look(Handle handle, Collection<String> tokens, String clock) {
    var seen = new LinkedHashMap<String, Sight>();
    handle
        .createQuery(LOOK)
        .define("now", clock)
        .bindList("tokens", List.copyOf(tokens))
        .map((row, _) -> add(row, seen))
        .list();
    return seen;
  }

  /// A token of which nobody says anything has one row without a claim.
  private static Sight add(ResultSet row, Map<String, Sight> seen) throws SQLException {
    long version = row.getLong("version");
    var now = Instant.ofEpochMilli(row.getLong("now"));
    var sight =
        seen.computeIfAbsent(
            row.getString("token"), _ -> new Sight(version, now, new ArrayList<>()));
    var user = row.getString("claimant");
    if (user != null) {
      sight
          .claims()
          .add(
              new Claim(
                  user,
                  row.getDouble("reserved"),
                  row.getDouble("wanted"),
                  row.getBoolean("lives")));
    }
    return sight;
  }

  /// Keeps what the users of some tokens say, of each token all or nothing.
  ///
  /// @return the tokens of which it is kept. Of the others, somebody else has said something since.
  public Set<String> say(List<Said> said) {
    return store.ask(
        UNUSABLE,
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    Set.copyOf(
                        handle
                            .createQuery(SAY)
                            .define("now", opened.dialect().clock())
                            .bindMethodsList(
                                "said",
                                said,
                                List.of(
                                    "token",
                                    "version",
                                    "claimant",
                                    "reserved",
                                    "wanted",
                                    "validMillis",
                                    "countsMillis"))
                            .mapTo(String.class)
                            .list())));
  }
}
