package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.rate.Claim;

@Tag("slow")
class SqlRatesTest {
  private static final Duration VALID = Duration.ofSeconds(6);
  private static final Duration COUNTS = Duration.ofSeconds(18);

  @TempDir private static Path folder;
  private static StorePlace place;
  private static SqlRates rates;

  @BeforeAll
  static void open() throws SQLException {
    place = StorePlace.of(StorePlace.Kind.POSTGRES, folder);
    var store = place.open();
    rates = new SqlRates(() -> store);
  }

  @AfterAll
  static void close() {
    place.close();
  }

  @BeforeEach
  void empty() {
    place.execute("delete from <place>rates; delete from <place>rate_claims");
  }

  @Test
  void what_users_say_is_read_by_the_others() {
    assertThat(rates.look(List.of("t1", "t2"))).containsOnlyKeys("t1", "t2");
    assertThat(look("t1").claims()).isEmpty();
    var claim = new Claim("a", 0.5, 1, true);
    assertThat(rates.say(List.of(said("t1", look("t1").version(), claim)))).containsExactly("t1");
    assertThat(look("t1").claims()).containsExactly(claim);
    assertThat(look("t2").claims()).isEmpty();
  }

  @Test
  void nobody_says_anything_on_the_ground_of_what_has_changed_since() {
    long read = look("t").version();
    assertThat(rates.say(List.of(said("t", read, new Claim("a", 1, 1, true))))).isNotEmpty();
    assertThat(rates.say(List.of(said("t", read, new Claim("b", 1, 1, true))))).isEmpty();
    assertThat(look("t").claims()).extracting(Claim::user).containsExactly("a");
  }

  @Test
  void of_several_tokens_those_are_kept_that_nobody_has_changed() {
    var claim = new Claim("a", 0.1, 0.2, true);
    var said =
        List.of(
            said("t1", look("t1").version(), claim), said("t2", look("t2").version() + 5, claim));
    assertThat(rates.say(said)).containsExactly("t1");
  }

  @Test
  void who_says_nothing_for_long_lives_no_more_and_later_is_gone() {
    place.execute(
        "insert into <place>rates values ('t', 7);"
            + "insert into <place>rate_claims values ('t', 'silent', 0.5, 1, 1, 4102444800000),"
            + " ('t', 'gone', 0.5, 1, 1, 2)");
    assertThat(look("t").claims()).containsExactly(new Claim("silent", 0.5, 1, false));
    assertThat(rates.say(List.of(said("t", 7, new Claim("a", 0.5, 1, true))))).isNotEmpty();
    place.execute("update <place>rate_claims set counts = 4102444800000");
    assertThat(look("t").claims()).extracting(Claim::user).containsExactlyInAnyOrder("silent", "a");
  }

  @Test
  void of_many_who_speak_at_once_on_the_same_ground_one_is_heard() throws Exception {
    var tokens = List.of("t1", "t2", "t3");
    for (int round = 0; round < 10; round++) {
      long version = round;
      assertThat(tokens).allMatch(token -> look(token).version() == version);
      var speakers =
          IntStream.range(0, 6)
              .mapToObj(each -> new Claim("user " + each, 0, 1, true))
              .<Callable<Set<String>>>map(claim ->
                  () ->
                      rates.say(tokens.stream().map(token -> said(token, version, claim)).toList()))
              .toList();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var heard = threads.invokeAll(speakers).stream().mapToInt(each -> each.resultNow().size());
        assertThat(heard.sum()).isEqualTo(tokens.size());
      }
    }
  }

  private static SqlRates.Sight look(String token) {
    return Optional.ofNullable(rates.look(List.of(token)).get(token)).orElseThrow();
  }

  private static SqlRates.Said said(String token, long version, Claim claim) {
    return new SqlRates.Said(token, version, claim, VALID, COUNTS);
  }
}
