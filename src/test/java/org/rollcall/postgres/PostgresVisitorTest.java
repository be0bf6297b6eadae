package org.rollcall.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.rollcall.doctor.Reach;
import org.rollcall.support.TestPostgres;

/// A database is knocked at, there, shut, silent and where there is none.
class PostgresVisitorTest {
  @Test
  void a_database_that_answers_tells_its_time_and_whether_others_read_along() throws SQLException {
    var ahead = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(5));
    var url = PostgresUrl.of(TestPostgres.database().url());
    assertThat(new PostgresVisitor(url, ahead).visit(url.address()))
        .isInstanceOfSatisfying(
            Reach.Answered.class,
            answered -> {
              assertThat(answered.encrypted()).isFalse();
              assertThat(answered.ahead().orElseThrow())
                  .isBetween(Duration.ofSeconds(290), Duration.ofSeconds(310));
            });
  }

  @Test
  void a_database_that_is_not_there_refuses_in_its_own_words() throws SQLException {
    var url = TestPostgres.database().url().replaceFirst("/[^/?]*(\\?|$)", "/no_such$1");
    assertThat(visit(url)).isEqualTo(new Reach.Refused("database \"no_such\" does not exist"));
  }

  @Test
  void a_server_without_tls_is_told_from_one_that_is_not_trusted() throws SQLException {
    var url = TestPostgres.database().url().replaceFirst("[?].*", "") + "?sslmode=require";
    assertThat(visit(url)).isEqualTo(new Reach.NoTls());
  }

  @Test
  void nobody_there_nobody_known_and_nobody_answering_are_three_things() throws IOException {
    assertThat(visit("postgresql://u:p@nowhere.invalid:5432/d")).isEqualTo(new Reach.NoSuchName());
    int free;
    try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      free = listener.getLocalPort();
    }
    assertThat(visit("postgresql://u:p@127.0.0.1:" + free + "/d"))
        .isEqualTo(new Reach.NoConnection());
  }

  @Test
  void a_server_that_hangs_up_gives_no_answer() throws Exception {
    try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var server =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  listener.accept().close();
                } catch (IOException _) {
                  // The test is over.
                }
              });
      assertThat(visit("postgresql://u:p@127.0.0.1:" + listener.getLocalPort() + "/d"))
          .isEqualTo(new Reach.NoAnswer());
      server.join();
    }
  }

  private static Reach visit(String url) {
    var place = PostgresUrl.of(url);
    return new PostgresVisitor(place, InstantSource.system()).visit(URI.create("postgresql://x"));
  }
}
