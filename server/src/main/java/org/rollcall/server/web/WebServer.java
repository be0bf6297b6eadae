package org.rollcall.server.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.settings.ListenAddress;

/// Answers HTTP on virtual threads. What it cannot do, it answers as a [Problem].
public final class WebServer implements AutoCloseable {
  /// No request of ours is larger.
  private static final long LARGEST = 64L * 1024;

  private static final long STOP_MILLIS = 1_000;

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /// Begins to answer.
  ///
  /// @param certificate with what it speaks TLS; empty for plain HTTP
  /// @param broken is told of failures that are mistakes in the program
  /// @throws IOException when the address cannot be listened on
  public static WebServer start(
      ListenAddress address,
      Optional<Certificate> certificate,
      List<Routes> routes,
      Consumer<Exception> broken)
      throws IOException {
    var javalin =
        Javalin.create(config -> {
          quiet(config);
          listen(config, address);
          certificate.ifPresent(tls ->
              config.jetty.addConnector((server, http) -> tls.connector(server, http, address)));
          config.routes.exception(HttpResponseException.class, WebServer::refuse);
          config.routes.exception(
              Exception.class, (failure, context) -> fail(failure, context, broken));
          routes.forEach(each -> each.addTo(config.routes));
        });
    try {
      return new WebServer(javalin.start());
    } catch (JavalinBindException taken) {
      throw new IOException("it is in use, or this machine does not have it", taken);
    }
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }

  private static void listen(JavalinConfig config, ListenAddress address) {
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = LARGEST;
    config.http.prefer405over404 = true;
    config.jetty.host = address.host();
    config.jetty.port = address.port();
    config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  private static void refuse(HttpResponseException refusal, Context context) {
    refusal.getDetails().forEach(context::header);
    new Problem(HttpStatus.forStatus(refusal.getStatus()), String.valueOf(refusal.getMessage()))
        .answer(context);
  }

  private static void fail(Exception failure, Context context, Consumer<Exception> broken) {
    broken.accept(failure);
    new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "This is a mistake in Rollcall; its log says more. Nothing was changed that the history does not show.")
        .answer(context);
  }

  /// The port it listens on.
  public int port() {
    return javalin.port();
  }

  /// Stops to answer. What is under way has a second to end, and is cut off then.
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException _) {
      // Somebody still held a connection.
    }
  }
}
