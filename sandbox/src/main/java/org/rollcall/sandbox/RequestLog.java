package org.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Every request in the order in which it was answered; never a body. Safe for use by many threads.
public final class RequestLog {
  /// A request and how it was answered.
  ///
  /// @param path path and query as they came
  /// @param status the answer's status; 0 where none was given
  public record Entry(Instant time, String method, String path, CallKind kind, int status) {}

  private final List<Entry> entries = new ArrayList<>();

  synchronized void add(Entry entry) {
    entries.add(entry);
  }

  /// The requests so far.
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// How many there were.
  public synchronized int size() {
    return entries.size();
  }

  /// How many calls of that kind there were, however they were answered.
  public synchronized long count(CallKind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  /// How many calls meant to change the workspace.
  public synchronized long writes() {
    return entries.stream().filter(entry -> entry.kind().isWrite()).count();
  }

  /// How many calls were answered with that status.
  public synchronized long answered(int status) {
    return entries.stream().filter(entry -> entry.status() == status).count();
  }

  /// Forgets all requests.
  public synchronized void clear() {
    entries.clear();
  }
}
