package org.rollcall.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.rollcall.survey.Reach;
import org.rollcall.survey.Visitor;

/// Calls a server over HTTP. It looks the name up first, because the client reports an unknown name
/// and a refused connection in the same way.
public final class HttpVisitor implements Visitor {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final InstantSource clock;

  /// @param clock is compared with the servers' clocks
  public HttpVisitor(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Reach visit(URI address) throws InterruptedException {
    try (var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build()) {
      var _ = InetAddress.getByName(address.getHost());
      return answered(client, HttpRequest.newBuilder(address).timeout(PATIENCE).build());
    } catch (UnknownHostException _) {
      return new Reach.NoSuchName();
    } catch (SSLException _) {
      return new Reach.Untrusted();
    } catch (java.net.ConnectException | HttpConnectTimeoutException _) {
      return new Reach.NoConnection();
    } catch (IOException _) {
      return new Reach.NoAnswer();
    }
  }

  private Reach answered(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    var before = clock.instant();
    var answer = client.send(request, BodyHandlers.ofInputStream());
    answer.body().close(); // a page may have no end
    var took = Duration.between(before, clock.instant());
    return new Reach.Answered(
        date(answer).map(theirs -> Duration.between(theirs, before.plus(took.dividedBy(2)))),
        "https".equals(request.uri().getScheme()));
  }

  private static Optional<Instant> date(HttpResponse<?> answer) {
    try {
      return answer
          .headers()
          .firstValue("Date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
