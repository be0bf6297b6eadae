package org.rollcall.server.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.rollcall.support.NodeModules;

/// npm's `oidc-provider` with its own pages to log in, as a process, and somebody who goes through
/// these pages.
final class RealProvider implements AutoCloseable {
  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern PROMPT = Pattern.compile("name=\"prompt\" value=\"([^\"]+)\"");
  private static final int MOST_PAGES = 12;

  private final Process process;
  private final int port;

  private RealProvider(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// @param back where it sends browsers back to
  /// @param inToken whether groups are in the token, and not only told where it is asked
  static RealProvider start(String back, String secret, boolean inToken) throws IOException {
    var script = NodeModules.script("oidc-provider.mjs").toString();
    var process =
        new ProcessBuilder("node", script, back, secret, String.valueOf(inToken))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.matches("\\d+")) {
        return new RealProvider(process, Integer.parseInt(line));
      }
    }
    throw new AssertionError("The provider did not start.");
  }

  /// What it calls itself.
  URI issuer() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Logs in and agrees, in a browser that has never been there.
  ///
  /// @param begin where a browser was sent
  /// @return where the browser is sent back to
  URI login(URI begin, String name) throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      return login(client, begin, name);
    }
  }

  private URI login(HttpClient client, URI begin, String name)
      throws IOException, InterruptedException {
    var place = begin;
    var answer = send(client, HttpRequest.newBuilder(place).GET());
    for (int page = 0; page < MOST_PAGES; page++) {
      var next = answer.headers().firstValue("Location").map(place::resolve);
      if (next.isPresent() && next.get().getPort() != port) {
        return next.get();
      }
      if (next.isPresent()) {
        place = next.get();
        answer = send(client, HttpRequest.newBuilder(place).GET());
      } else {
        place = place.resolve(found(FORM, answer));
        answer = send(client, form(place, found(PROMPT, answer), name));
      }
    }
    throw new AssertionError("The provider shows page after page.");
  }

  private static HttpRequest.Builder form(URI place, String prompt, String name) {
    var fields = "prompt=%s&login=%s&password=whatever".formatted(prompt, name);
    return HttpRequest.newBuilder(place)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(fields));
  }

  private static String found(Pattern pattern, HttpResponse<String> page) {
    var found = pattern.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("The provider shows no form: " + page.body());
    }
    return found.group(1);
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
