package org.rollcall.support;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rollcall.support.SupabaseGateway.Fault;

/// Ways in which a request to the gateway can fail.
public final class Faults {
  /// The request succeeds.
  public static final Fault NONE =
      (exchange, onward) -> {
        var refusal = SupabaseGateway.refusal(exchange);
        if (refusal.isPresent()) {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          SupabaseGateway.send(exchange, 401, SupabaseGateway.bytes(refusal.get()));
        } else {
          SupabaseGateway.passBack(exchange, onward.ask());
        }
      };

  /// An HTML page, as a proxy in between sends it.
  public static final String HTML = "<!DOCTYPE html><html><body>Bad gateway</body></html>";

  private Faults() {}

  /// An answer that does not come from PostgREST; it is JSON if its body starts with a brace.
  public static Fault answer(int status, String body) {
    return (exchange, _) -> {
      var type = body.startsWith("{") || body.startsWith("[") ? "application/json" : "text/html";
      exchange.getResponseHeaders().set("Content-Type", type);
      SupabaseGateway.send(exchange, status, SupabaseGateway.bytes(body));
    };
  }

  /// The same with a header.
  public static Fault answer(int status, String body, String header, String value) {
    return (exchange, onward) -> {
      exchange.getResponseHeaders().set(header, value);
      answer(status, body).meet(exchange, onward);
    };
  }

  /// The first half of PostgREST's answer, with headers that do not show it.
  public static Fault truncated() {
    return (exchange, onward) -> {
      var answer = onward.ask();
      answer
          .headers()
          .firstValue("Content-Range")
          .ifPresent(range -> exchange.getResponseHeaders().set("Content-Range", range));
      var half = Arrays.copyOf(answer.body(), answer.body().length / 2);
      SupabaseGateway.send(exchange, answer.statusCode(), half);
    };
  }

  /// The connection breaks in the middle of the body.
  public static Fault cut() {
    return (exchange, onward) -> {
      var answer = onward.ask();
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
      exchange.getResponseBody().flush();
      throw new java.io.IOException("The connection is cut on purpose.");
    };
  }

  /// The connection breaks before the answer starts.
  public static Fault reset() {
    return (_, _) -> {
      throw new java.io.IOException("The connection is reset on purpose.");
    };
  }

  /// The headers come, but the body does not, until `enough` is counted down.
  public static Fault stalled(CountDownLatch enough) {
    return (exchange, _) -> {
      exchange.sendResponseHeaders(200, 100);
      exchange.getResponseBody().write('[');
      exchange.getResponseBody().flush();
      enough.await(1, TimeUnit.MINUTES);
    };
  }

  /// Something happens before the request is passed on.
  public static Fault after(Happening happening) {
    return (exchange, onward) -> {
      try {
        happening.happen();
      } catch (java.sql.SQLException failed) {
        throw new java.io.IOException(failed);
      }
      NONE.meet(exchange, onward);
    };
  }

  /// What happens before the request is passed on.
  @FunctionalInterface
  public interface Happening {
    void happen() throws java.sql.SQLException;
  }
}
