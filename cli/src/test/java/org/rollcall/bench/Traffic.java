package org.rollcall.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.RequestLog;

/// What a run asked of Intercom, as Intercom's own request log has it.
record Traffic(List<RequestLog.Entry> entries) {
  static final Duration WINDOW = Duration.ofSeconds(10);

  int calls() {
    return entries.size();
  }

  int writes() {
    return (int) entries.stream().filter(entry -> entry.kind().isWrite()).count();
  }

  int lists() {
    return listing().calls();
  }

  /// The calls that list contacts.
  private Traffic listing() {
    return new Traffic(entries.stream().filter(entry -> entry.kind() == CallKind.LIST).toList());
  }

  /// Time from one page of the listing to the next; none where there is but one.
  Duration page() {
    return lists() < 2 ? Duration.ZERO : listing().span().dividedBy(lists() - 1L);
  }

  int rateLimited() {
    return (int) entries.stream().filter(entry -> entry.status() == 429).count();
  }

  /// When the first call came; `otherwise` where none did.
  Instant first(Instant otherwise) {
    return entries.isEmpty() ? otherwise : entries.getFirst().time();
  }

  /// When the last call came; `otherwise` where none did.
  Instant last(Instant otherwise) {
    return entries.isEmpty() ? otherwise : entries.getLast().time();
  }

  /// Most calls in any span of a window, wherever it begins.
  int busiest() {
    int most = 0;
    int from = 0;
    for (int to = 0; to < entries.size(); to++) {
      var edge = entries.get(to).time().minus(WINDOW);
      while (!entries.get(from).time().isAfter(edge)) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  /// From the first write to the last: that part of the run that only the limit should hold up.
  Traffic whileWriting() {
    var first = -1;
    var last = -1;
    for (int index = 0; index < entries.size(); index++) {
      if (entries.get(index).kind().isWrite()) {
        first = first < 0 ? index : first;
        last = index;
      }
    }
    return first < 0 ? new Traffic(List.of()) : new Traffic(entries.subList(first, last + 1));
  }

  /// From the first call to the last.
  Duration span() {
    return entries.isEmpty()
        ? Duration.ZERO
        : Duration.between(entries.getFirst().time(), entries.getLast().time());
  }

  /// The share of the permitted calls that was made: calls / (windows × permitted).
  double utilisation(int permitted) {
    return span().isZero()
        ? 0
        : (calls() - 1) / (permitted * (span().toNanos() / (double) WINDOW.toNanos()));
  }
}
