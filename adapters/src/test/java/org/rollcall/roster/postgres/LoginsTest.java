package org.rollcall.roster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.store.Store;
import org.rollcall.store.StoreTrouble;
import org.rollcall.support.RefusingPostgres;
import org.rollcall.survey.Reach;

@Tag("slow")
class LoginsTest {
  @ParameterizedTest
  @CsvSource({
    "28P01, password authentication failed for user \"annabel\"",
    "28000, no pg_hba.conf entry for user \"annabel\"",
    "XX000, Tenant or user not found",
    "08P01, SASL authentication failed",
  })
  void roster_store_and_doctor_make_one_login_that_no_retry_mends(String state, String words)
      throws Exception {
    try (var server = new RefusingPostgres(state, words)) {
      var url = PostgresUrl.of(server.url());

      for (var again = 0; again < 3; again++) {
        assertThatThrownBy(() -> Snapshot.of(url)).isInstanceOf(SQLException.class);
        assertThat(
                new PostgresVisitor(PostgresUrl.of(server.url()), InstantSource.system())
                    .visit(url.address()))
            .isInstanceOf(Reach.Refused.class);
        assertThatThrownBy(() -> Store.in(url.dataSource(), "a test's database"))
            .isInstanceOf(StoreTrouble.class)
            .hasMessageContaining("DATABASE_URL")
            .hasMessageNotContainingAny("annabel", "hunter2");
      }

      assertThat(server.logins()).isOne();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "53300, sorry, too many clients already",
    "57P03, the database system is starting up",
    "08006, connection to the server was lost",
    "XX000, internal error",
  })
  void what_may_pass_is_tried_again(String state, String words) throws Exception {
    try (var server = new RefusingPostgres(state, words)) {
      var url = PostgresUrl.of(server.url());

      assertThatThrownBy(() -> Snapshot.of(url)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> Snapshot.of(url)).isInstanceOf(SQLException.class);

      assertThat(server.logins()).isEqualTo(2);
    }
  }

  @Test
  void a_direct_address_without_ipv4_leads_to_the_session_pooler() {
    var url = PostgresUrl.of("postgresql://postgres:hunter2@db.abcdefgh.supabase.co:5432/postgres");

    assertThat(LoginRefusal.of(unknown("db.abcdefgh.supabase.co"), url))
        .hasValueSatisfying(said -> assertThat(said).contains("IPv6", "session pooler"));
    assertThat(LoginRefusal.of(unknown("x: Temporary failure in name resolution"), url)).isEmpty();
  }

  @Test
  void a_direct_user_at_the_pooler_is_told_the_form_of_its_name() {
    var url =
        PostgresUrl.of("postgresql://postgres:x@aws-0-eu-west-1.pooler.supabase.com:6543/postgres");

    assertThat(LoginRefusal.of(new SQLException("FATAL: no", "28P01"), url))
        .hasValueSatisfying(said -> assertThat(said).contains("postgres.REF"));
  }

  @Test
  void a_missing_root_certificate_is_named_with_its_option() {
    var url = PostgresUrl.of("postgresql://ann:x@db.example.org/roster?sslmode=verify-full");
    var fault =
        new SQLException(
            "Could not open it", "08006", new java.io.FileNotFoundException("root.crt"));

    assertThat(LoginRefusal.of(fault, url))
        .hasValueSatisfying(said -> assertThat(said).contains("sslrootcert", "SSL Configuration"));
  }

  @Test
  void an_error_of_somebodys_own_function_is_no_refused_login() {
    var url = PostgresUrl.of("postgresql://ann:x@db.example.org/roster");

    assertThat(LoginRefusal.of(new SQLException("ERROR: User not found", "P0001"), url)).isEmpty();
  }

  private static SQLException unknown(String words) {
    return new SQLException(
        "The connection attempt failed.", "08001", new UnknownHostException(words));
  }
}
