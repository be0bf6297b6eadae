package org.rollcall.server.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Opens pages and sends forms as a browser does: it keeps cookies, also those for TLS alone, and
/// follows no redirect by itself.
final class Browser implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  final Map<String, String> cookies = new TreeMap<>();

  /// All cookies that were ever set, as they were.
  final List<String> set = new ArrayList<>();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;

  /// @param port of the service on this machine
  Browser(int port) {
    this.server = "http://127.0.0.1:" + port;
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, Map<String, String> form, String... headers)
      throws IOException, InterruptedException {
    var body =
        form.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /// Opens the login and sends its form.
  HttpResponse<String> login(String name, String password)
      throws IOException, InterruptedException {
    return post(
        "/login",
        Map.of("csrf", token(get("/login")), "name", name, "password", password),
        "Origin",
        server,
        "Sec-Fetch-Site",
        "same-origin");
  }

  /// The token in the forms of a page.
  static String token(HttpResponse<String> page) {
    var found = TOKEN.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("The page has no form: " + page.body());
    }
    return found.group(1);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(20));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private void keep(String cookie) {
    set.add(cookie);
    var pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Expires=Thu, 01 Jan 1970")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
