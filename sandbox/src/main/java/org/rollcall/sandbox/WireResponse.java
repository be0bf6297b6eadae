package org.rollcall.sandbox;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A response as sent over the wire.
///
/// @param status the status code
/// @param headers by name, regardless of letter case; unmodifiable
/// @param body the body as UTF-8 text
public record WireResponse(int status, SortedMap<String, String> headers, String body) {
  static final String JSON = "application/json; charset=utf-8";
  static final String HTML = "text/html";

  public WireResponse {
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = Collections.unmodifiableSortedMap(copy);
  }

  static WireResponse json(int status, String body) {
    return of(status, JSON, body);
  }

  static WireResponse html(int status, String body) {
    return of(status, HTML, body);
  }

  private static WireResponse of(int status, String type, String body) {
    var headers = new TreeMap<String, String>();
    headers.put("Content-Type", type);
    return new WireResponse(status, headers, body);
  }

  WireResponse with(String header, String value) {
    var changed = new TreeMap<String, String>(headers);
    changed.put(header, value);
    return new WireResponse(status, changed, body);
  }

  WireResponse withBody(String changed) {
    return new WireResponse(status, headers, changed);
  }
}
