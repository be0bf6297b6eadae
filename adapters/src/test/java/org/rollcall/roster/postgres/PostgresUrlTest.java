package org.rollcall.roster.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresUrlTest {
  @Test
  void a_pooler_address_as_supabase_shows_it() {
    var url =
        PostgresUrl.of(
            "postgresql://postgres.ref:p%40ss%2Fw+rd@aws-0-eu-west-1.pooler.supabase.com:6543/postgres");

    assertThat(url.jdbc())
        .isEqualTo("jdbc:postgresql://aws-0-eu-west-1.pooler.supabase.com:6543/postgres");
    assertThat(url.properties())
        .containsEntry("user", "postgres.ref")
        .containsEntry("password", "p@ss/w+rd")
        .containsEntry("sslmode", "require")
        .containsEntry("prepareThreshold", "0");
  }

  @Test
  void options_that_the_driver_knows_are_passed_on_and_others_are_not() {
    var properties =
        PostgresUrl.of(
                "postgres://ann:x@db.example.org/roster?sslmode=verify-full&sslrootcert=%2Fca.pem&pgbouncer=true&connect_timeout=3")
            .properties();

    assertThat(properties)
        .containsEntry("sslmode", "verify-full")
        .containsEntry("sslrootcert", "/ca.pem")
        .containsEntry("connectTimeout", "3")
        .doesNotContainKey("pgbouncer");
  }

  @Test
  void a_password_may_hold_what_nobody_encoded() {
    assertThat(PostgresUrl.of("postgresql://ann:100%@lo:ud@localhost:5433/roster").properties())
        .containsEntry("password", "100%@lo:ud");
  }

  @Test
  void everything_but_the_host_may_be_missing() {
    var url = PostgresUrl.of("postgresql://[::1]:5433");

    assertThat(url.jdbc()).startsWith("jdbc:postgresql://[::1]:5433/");
    assertThat(url.properties()).doesNotContainKey("sslmode");
  }

  @Test
  void the_servers_of_a_cluster_are_chosen_in_the_words_of_the_driver() {
    for (var words :
        List.of(
            List.of("read-write", "primary"),
            List.of("standby", "secondary"),
            List.of("any", "any"))) {
      var url =
          PostgresUrl.of("postgresql://ann@one,two/d?target_session_attrs=" + words.getFirst());
      assertThat(url.properties()).containsEntry("targetServerType", words.getLast());
    }
  }

  @Test
  void the_password_is_never_printed() {
    var url =
        PostgresUrl.of("postgresql://ann:hunter2@db.example.org:5432/roster?password=hunter2");

    assertThat(url).hasToString("postgresql://ann:***@db.example.org:5432/roster");
    assertThat(url.conceal("no hunter2 here")).isEqualTo("no *** here");
  }
}
