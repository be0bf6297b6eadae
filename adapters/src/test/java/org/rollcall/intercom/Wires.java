package org.rollcall.intercom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/// Wires that answer from a list, and short ways to write answers.
final class Wires {
  private Wires() {}

  /// A wire that gives these answers in this order and records the calls.
  static Scripted answering(WireAnswer... answers) {
    return new Scripted(new ArrayDeque<>(List.of(answers)), new ArrayList<>());
  }

  record Scripted(Queue<WireAnswer> answers, List<Call> calls) implements Wire {
    @Override
    public WireAnswer exchange(Call call) {
      calls.add(call);
      return answers.remove();
    }
  }

  static WireAnswer json(int status, String body) {
    return json(status, body, Map.of());
  }

  static WireAnswer json(int status, String body, Map<String, String> headers) {
    var all = new TreeMap<>(headers);
    all.put("Content-Type", "application/json; charset=utf-8");
    return new WireAnswer.Whole(status, Headers.of(all), body);
  }

  static WireAnswer html(int status) {
    return new WireAnswer.Whole(
        status,
        Headers.of(Map.of("Content-Type", "text/html")),
        "<html><body>%d</body></html>".formatted(status));
  }

  static WireAnswer error(int status, String code, String message) {
    return json(status, envelope(code, message));
  }

  static String envelope(String code, String message) {
    return """
    {"type":"error.list","request_id":"req-1","errors":[{"code":"%s","message":"%s"}]}\
    """
        .formatted(code, message);
  }
}
