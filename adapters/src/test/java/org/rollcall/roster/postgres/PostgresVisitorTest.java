package org.rollcall.roster.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.rollcall.support.TestPostgres;
import org.rollcall.survey.Reach;

/// Visits databases that answer, refuse, stay silent or do not exist.
class PostgresVisitorTest {
  @Test
  void a_database_that_answers_tells_its_time_and_whether_others_read_along()
      throws SQLException, InterruptedException {
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
  void a_database_that_is_not_there_refuses_in_its_own_words() throws Exception {
    var url = TestPostgres.database().url().replaceFirst("/[^/?]*(\\?|$)", "/no_such$1");
    assertThat(visit(url)).isEqualTo(new Reach.Refused("database \"no_such\" does not exist"));
  }

  @Test
  void a_server_without_tls_is_told_from_one_that_is_not_trusted() throws Exception {
    var url = TestPostgres.database().url().replaceFirst("[?].*", "") + "?sslmode=require";
    assertThat(visit(url)).isEqualTo(new Reach.NoTls());
  }

  @Test
  void nobody_there_nobody_known_and_nobody_answering_are_three_things() throws Exception {
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

  @Test
  void a_server_that_says_nothing_gives_no_answer() throws Exception {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var url = PostgresUrl.of("postgresql://u:p@127.0.0.1:" + silent.getLocalPort() + "/d");
      var visitor = new PostgresVisitor(url, InstantSource.system(), Duration.ofSeconds(2));
      assertThat(visitor.visit(url.address())).isEqualTo(new Reach.NoAnswer());
    }
  }

  @Test
  void a_server_that_says_it_speaks_tls_and_does_not_is_not_trusted() throws Exception {
    try (var liar = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var server =
          Thread.ofVirtual()
              .start(() -> {
                try (var socket = liar.accept()) {
                  socket.getInputStream().readNBytes(8);
                  socket.getOutputStream().write('S');
                  var _ = socket.getInputStream().read();
                  socket.getOutputStream().write("and now for something else".getBytes(UTF_8));
                  socket.getInputStream().readAllBytes();
                } catch (IOException _) {
                  // The test is over.
                }
              });
      var url = "postgresql://u:p@127.0.0.1:" + liar.getLocalPort() + "/d?sslmode=require";
      assertThat(visit(url)).isEqualTo(new Reach.Untrusted());
      server.join();
    }
  }

  @Test
  void a_user_that_is_not_known_is_refused_in_the_servers_words() throws Exception {
    var url = TestPostgres.database().url("nobody_here");
    assertThat(visit(url)).isEqualTo(new Reach.Refused("role \"nobody_here\" does not exist"));
  }

  private static Reach visit(String url) throws InterruptedException {
    var place = PostgresUrl.of(url);
    return new PostgresVisitor(place, InstantSource.system()).visit(place.address());
  }
}
