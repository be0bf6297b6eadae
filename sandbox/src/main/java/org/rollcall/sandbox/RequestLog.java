package org.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All requests in the order of their answers, without bodies. Thread-safe.
public final class RequestLog {
  /// A request and the status of its answer.
  ///
  /// @param path path and query as received
  /// @param status the status of the answer; 0 if there was none
  public record Entry(Instant time, String method, String path, CallKind kind, int status) {}

  private final List<Entry> entries = new ArrayList<>();

  synchronized void add(Entry entry) {
    entries.add(entry);
  }

  /// The requests so far.
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// The number of requests.
  public synchronized int size() {
    return entries.size();
  }

  /// The number of calls of that kind, whatever the answer was.
  public synchronized long count(CallKind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  /// The number of calls that change the workspace, whatever the answer was.
  public synchronized long writes() {
    return entries.stream().filter(entry -> entry.kind().isWrite()).count();
  }

  /// The number of calls with that status as the answer.
  public synchronized long answered(int status) {
    return entries.stream().filter(entry -> entry.status() == status).count();
  }

  /// Forgets all requests.
  public synchronized void clear() {
    entries.clear();
  }
}
