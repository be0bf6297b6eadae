package org.rollcall.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A request as received over the wire.
///
/// @param method `GET`, `POST` ...
/// @param target path and query, percent-encoded: `/contacts?per_page=150`
/// @param headers by name, regardless of letter case
/// @param body the body as UTF-8 text; `""` for none
public record WireRequest(
    String method, String target, SortedMap<String, String> headers, String body) {
  public WireRequest {
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = copy;
  }

  /// A request with its headers in a plain map.
  public static WireRequest of(
      String method, String target, Map<String, String> headers, String body) {
    return new WireRequest(method, target, new TreeMap<>(headers), body);
  }

  /// The value of the header; `""` if there is none.
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// The path without the query, still encoded.
  String path() {
    var question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  /// The path's segments, decoded.
  List<String> segments() {
    return Arrays.stream(path().split("/", -1)).skip(1).map(WireRequest::decode).toList();
  }

  /// The query parameters, decoded; the last value of a repeated name wins.
  Map<String, String> query() {
    var parameters = new TreeMap<String, String>();
    var question = target.indexOf('?');
    if (question >= 0) {
      for (var pair : target.substring(question + 1).split("&")) {
        var equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        parameters.put(decode(name), equals < 0 ? "" : formDecode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /// Decodes a path segment, where a plus sign is a plus sign.
  private static String decode(String text) {
    return formDecode(text.replace("+", "%2B"));
  }

  private static String formDecode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
