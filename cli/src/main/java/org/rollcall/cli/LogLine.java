package org.rollcall.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.SyncName;

/// One line of the log, before it has a time and a form.
///
/// @param text what a person reads
/// @param fields the same for machines, by stable names; in the order of writing
/// @param cause a Java failure whose stack trace belongs to the line
record LogLine(Level level, String text, Map<String, Object> fields, Optional<Throwable> cause) {
  /// How much a line matters.
  enum Level {
    /// Information that a live progress bar shows better.
    PROGRESS,
    INFO,
    WARN,
    ERROR
  }

  LogLine {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static LogLine of(Level level, String text) {
    return new LogLine(level, text, Map.of(), Optional.empty());
  }

  /// The same line with one more field. A blank value says nothing and is left out.
  LogLine with(String name, Object value) {
    if (value.toString().isBlank()) {
      return this;
    }
    var more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new LogLine(level, text, more, cause);
  }

  /// The same line of a run that is one of several.
  LogLine of(SyncName sync, String run) {
    var named = new LogLine(level, "[%s] %s".formatted(sync, text), fields, cause);
    return named.with("sync", sync.value()).with("run", run);
  }

  /// The same line with a stack trace, where there is one.
  LogLine because(Optional<Throwable> failure) {
    return new LogLine(level, text, fields, failure);
  }
}
