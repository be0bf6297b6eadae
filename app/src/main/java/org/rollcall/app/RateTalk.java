package org.rollcall.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.rate.Bid;
import org.rollcall.rate.Claim;
import org.rollcall.rate.Terms;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.SqlRates;
import org.rollcall.store.StoreTrouble;

/// What the users of one process say to those of others: two statements for all of them, and one
/// where nobody else uses their tokens. For one thread at a time.
final class RateTalk {
  /// So often it is said again where somebody else was faster.
  private static final int ATTEMPTS = 3;

  private final SqlRates rates;
  private final LeaseClock clock;

  /// The version of each token's claims that nobody else had a part in when it was written.
  private final Map<String, Long> alone = new HashMap<>();

  private volatile boolean heard;

  RateTalk(SqlRates rates, LeaseClock clock) {
    this.rates = rates;
    this.clock = clock;
  }

  /// Each user says what it needs.
  ///
  /// @param leaving whether they call no more
  /// @return those who need nothing
  Set<RateUser> round(Set<RateUser> users, boolean leaving) {
    var open = new ArrayList<>(users);
    try {
      for (int attempt = 1; attempt <= ATTEMPTS && !open.isEmpty(); attempt++) {
        open.removeAll(said(open, leaving));
      }
      heard = true;
    } catch (StoreTrouble failed) {
      heard = false;
      alone.clear();
      open.forEach(user -> user.unheard(String.valueOf(failed.getMessage())));
    }
    return users.stream().filter(user -> user.isIdle()).collect(Collectors.toSet());
  }

  /// Whether the store took what was said last.
  boolean isHeard() {
    return heard;
  }

  /// @return those who need not say it again
  private List<RateUser> said(List<RateUser> users, boolean leaving) {
    var asked = clock.now();
    var seen = seen(users.stream().map(RateUser::token).collect(Collectors.toSet()));
    var bids = new LinkedHashMap<RateUser, Bid>();
    for (var user : users) {
      var sight = sight(seen, user);
      bids.put(user, user.bid(others(sight, user, bids), sight.now(), leaving));
    }
    var kept = rates.say(rows(bids, seen, leaving));
    var done = new ArrayList<RateUser>();
    bids.forEach((user, bid) -> {
      if (kept.contains(user.token())) {
        user.heard(bid, asked);
        done.add(user);
      }
    });
    remember(bids, seen, kept);
    return done;
  }

  private static SqlRates.Sight sight(Map<String, SqlRates.Sight> seen, RateUser user) {
    return Objects.requireNonNull(seen.get(user.token()));
  }

  private Map<String, SqlRates.Sight> seen(Set<String> tokens) {
    var seen = new HashMap<String, SqlRates.Sight>();
    var unknown = new ArrayList<String>();
    for (var token : tokens) {
      var version = alone.get(token);
      if (version != null) {
        seen.put(token, new SqlRates.Sight(version, Instant.EPOCH, List.of()));
      } else {
        unknown.add(token);
      }
    }
    if (!unknown.isEmpty()) {
      seen.putAll(rates.look(unknown));
    }
    return seen;
  }

  /// Users of this process who have just said something count with that.
  private static List<Claim> others(SqlRates.Sight sight, RateUser user, Map<RateUser, Bid> bids) {
    var claims = new HashMap<String, Claim>();
    sight.claims().forEach(claim -> claims.put(claim.user(), claim));
    bids.forEach((other, bid) -> {
      if (other.token().equals(user.token())) {
        claims.put(other.name(), bid.claim());
      }
    });
    claims.remove(user.name());
    return List.copyOf(claims.values());
  }

  private static List<SqlRates.Said> rows(
      Map<RateUser, Bid> bids, Map<String, SqlRates.Sight> seen, boolean leaving) {
    return bids.entrySet().stream()
        .map(each -> {
          var user = each.getKey();
          var claim = each.getValue().claim();
          var valid = leaving || claim.isNothing() ? Duration.ZERO : Terms.VALID;
          return new SqlRates.Said(
              user.token(),
              sight(seen, user).version(),
              claim,
              valid,
              claim.isNothing() ? Duration.ZERO : user.counting(valid));
        })
        .toList();
  }

  private void remember(
      Map<RateUser, Bid> bids, Map<String, SqlRates.Sight> seen, Collection<String> kept) {
    bids.forEach((user, bid) -> {
      if (kept.contains(user.token()) && bid.part().alone()) {
        alone.put(user.token(), sight(seen, user).version() + 1);
      } else {
        alone.remove(user.token());
      }
    });
  }
}
