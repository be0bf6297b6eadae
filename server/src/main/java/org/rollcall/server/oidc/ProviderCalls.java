package org.rollcall.server.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the provider over HTTP, and takes JSON from it. It follows no redirect, since a secret
/// would go along.
final class ProviderCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  JsonNode get(URI address, Map<String, String> headers) throws OidcTrouble, InterruptedException {
    var request = HttpRequest.newBuilder(address).GET();
    headers.forEach(request::header);
    return ask(request);
  }

  JsonNode post(URI address, Map<String, String> form, Map<String, String> headers)
      throws OidcTrouble, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)));
    headers.forEach(request::header);
    return ask(request);
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private JsonNode ask(HttpRequest.Builder request) throws OidcTrouble, InterruptedException {
    var asked = request.timeout(PATIENCE).header("Accept", "application/json").build();
    var path = asked.uri().getPath();
    try {
      var answer = client.send(asked, BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new OidcTrouble(
            "The login provider answered %s with %d.".formatted(path, answer.statusCode()));
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException failed) {
      throw new OidcTrouble("The login provider cannot be reached: %s.".formatted(failed), failed);
    } catch (JacksonException wrong) {
      throw new OidcTrouble("The login provider answered %s without JSON.".formatted(path), wrong);
    }
  }
}
