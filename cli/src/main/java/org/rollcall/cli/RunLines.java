package org.rollcall.cli;

import java.util.List;
import java.util.function.Consumer;
import org.rollcall.run.EventEnvelope;

/// Writes the lines of one run to the logs. It hears one event at a time.
record RunLines(List<LogSink> sinks) implements Consumer<EventEnvelope> {
  @Override
  public void accept(EventEnvelope envelope) {
    sinks.forEach(sink -> sink.accept(envelope.event()));
  }

  /// Writes what was kept back until more of its kind would come.
  void finish() {
    sinks.forEach(LogSink::finish);
  }
}
