package org.rollcall.intercom;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.transport.BytesInFlight;

/// Real HTTP over real sockets, with all its failures.
class HttpWireTest {
  private static final String SECRET = "dG9rOnNlY3JldA==";
  private static final AccessToken TOKEN = new AccessToken(SECRET);
  private static final Call GET = Call.get("/contacts/654b?x=%2F");

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private HttpWire wire = wire(SERVER.baseUrl());

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void a_call_says_who_asks_for_what_and_in_which_version() throws InterruptedException {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    wire.exchange(GET);
    SERVER.verify(
        getRequestedFor(urlEqualTo("/contacts/654b?x=%2F"))
            .withHeader("Authorization", equalTo("Bearer " + SECRET))
            .withHeader("Accept", equalTo("application/json"))
            .withHeader("Intercom-Version", equalTo("2.16"))
            .withHeader("User-Agent", equalTo("Rollcall/1.2.3"))
            .withHeader("Content-Type", absent()));
    wire.exchange(Call.put("/contacts/654b", "{\"name\":\"Zoë\"}"));
    SERVER.verify(
        putRequestedFor(urlEqualTo("/contacts/654b"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalTo("{\"name\":\"Zoë\"}")));
  }

  @Test
  void another_version_can_be_asked_for() throws InterruptedException {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    try (var other = new HttpWire(connection(SERVER.baseUrl() + "/").withVersion("2.17"))) {
      other.exchange(GET);
    }
    SERVER.verify(
        getRequestedFor(urlEqualTo("/contacts/654b?x=%2F"))
            .withHeader("Intercom-Version", equalTo("2.17")));
  }

  @Test
  void status_headers_and_body_come_as_they_were_sent() throws InterruptedException {
    var answer =
        aResponse().withStatus(409).withHeader("x-request-id", "req-1").withBody("{\"ä\":1}");
    assertThat(exchange(answer.withHeader("Content-Type", "application/json")))
        .isInstanceOfSatisfying(
            WireAnswer.Whole.class,
            whole -> {
              assertThat(whole.status()).isEqualTo(409);
              assertThat(whole.headers().first("X-Request-Id")).contains("req-1");
              assertThat(whole.body()).isEqualTo("{\"ä\":1}");
              assertThat(whole).hasToString("Whole[status=409]");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void no_redirect_is_followed(int status) throws InterruptedException {
    assertThat(
            exchange(aResponse().withStatus(status).withHeader("Location", SERVER.url("/other"))))
        .isInstanceOfSatisfying(
            WireAnswer.Whole.class, whole -> assertThat(whole.status()).isEqualTo(status));
    SERVER.verify(0, getRequestedFor(urlEqualTo("/other")));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_connection_that_breaks_is_an_answer_cut_off(Fault fault) throws InterruptedException {
    assertThat(exchange(aResponse().withFault(fault))).isInstanceOf(WireAnswer.CutOff.class);
  }

  @Test
  void an_answer_that_does_not_begin_in_time_is_cut_off() throws InterruptedException {
    wire =
        wire(
            connection(SERVER.baseUrl())
                .withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(200)));
    assertThat(exchange(aResponse().withStatus(200).withFixedDelay(5_000)))
        .isEqualTo(new WireAnswer.CutOff("no whole answer came within 200 ms"));
  }

  @Test
  void an_answer_that_does_not_end_in_time_is_cut_off() throws InterruptedException {
    wire =
        wire(
            connection(SERVER.baseUrl())
                .withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(400)));
    assertThat(
            exchange(
                aResponse()
                    .withStatus(200)
                    .withBody("{}".repeat(50))
                    .withChunkedDribbleDelay(10, 10_000)))
        .isEqualTo(new WireAnswer.CutOff("no whole answer came within 400 ms"));
  }

  @Test
  void a_body_shorter_than_announced_is_cut_off() throws Exception {
    var head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"id\":";
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerOnce(server, head));
      wire = wire("http://127.0.0.1:" + server.getLocalPort());
      assertThat(wire.exchange(GET)).isInstanceOf(WireAnswer.CutOff.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 500})
  void an_answer_larger_than_there_is_room_for_is_cut_off(int status) throws InterruptedException {
    wire = new HttpWire(connection(SERVER.baseUrl()), new BytesInFlight(1_000, 1 << 20));
    var answer = aResponse().withStatus(status).withBody("x".repeat((1 << 20) + 1));
    assertThat(exchange(answer)).isEqualTo(new WireAnswer.CutOff("the answer is larger than 1 MB"));
  }

  @Test
  void a_closed_port_means_that_nothing_was_sent() throws Exception {
    int port;
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    wire = wire("http://127.0.0.1:" + port);
    assertThat(wire.exchange(GET))
        .isEqualTo(new WireAnswer.NeverSent("no connection could be made"));
  }

  @Test
  void a_name_nobody_knows_is_a_dead_end() throws InterruptedException {
    wire = wire("https://intercom.invalid");
    assertThat(wire.exchange(GET)).isInstanceOf(WireAnswer.DeadEnd.class);
  }

  @Test
  void a_server_that_speaks_no_tls_gets_nothing() throws InterruptedException {
    wire = wire("https://localhost:" + SERVER.getPort());
    assertThat(wire.exchange(GET))
        .isEqualTo(
            new WireAnswer.DeadEnd(
                "The server at localhost:%d does not speak TLS. Check the address in intercom.region, or INTERCOM_API_URL, above all its port."
                    .formatted(SERVER.getPort())));
    assertThat(SERVER.getAllServeEvents()).isEmpty();
  }

  @Test
  void who_is_interrupted_does_not_wait_for_the_answer() {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(5_000)));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> wire.exchange(GET)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void calls_are_counted_whatever_becomes_of_them() throws InterruptedException {
    var counting = new CountingWire(wire);
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    counting.exchange(GET);
    counting.exchange(GET);
    assertThat(counting.calls()).isEqualTo(2);
  }

  @Test
  void the_token_is_nowhere_to_be_seen() throws InterruptedException {
    var connection = connection(SERVER.baseUrl());
    assertThat(TOKEN).hasToString("***");
    assertThat(connection.toString()).contains("***").doesNotContain(SECRET);
    assertThat(exchange(aResponse().withStatus(400).withBody("{\"you\":\"sent " + SECRET + "\"}")))
        .isInstanceOfSatisfying(
            WireAnswer.Whole.class,
            whole -> assertThat(whole.body()).isEqualTo("{\"you\":\"sent ***\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret\n", "sec ret", "sécret"})
  void a_token_that_no_header_can_carry_is_refused_without_repeating_it(String secret) {
    assertThatThrownBy(() -> new AccessToken(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("copy it again")
        .hasMessageNotContaining("ret\n")
        .hasMessageNotContaining("cret");
  }

  private WireAnswer exchange(ResponseDefinitionBuilder response) throws InterruptedException {
    SERVER.stubFor(any(anyUrl()).willReturn(response));
    return wire.exchange(GET);
  }

  private static void answerOnce(ServerSocket server, String text) {
    try (var socket = server.accept()) {
      socket.getInputStream().read(new byte[1_000]);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static HttpWire wire(String base) {
    return wire(connection(base));
  }

  private static HttpWire wire(Connection connection) {
    return new HttpWire(connection);
  }

  private static Connection connection(String base) {
    return Connection.to(URI.create(base), TOKEN, "Rollcall/1.2.3");
  }
}
