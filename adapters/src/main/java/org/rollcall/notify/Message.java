package org.rollcall.notify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rollcall.model.PrintableText;
import org.rollcall.run.Report;
import org.rollcall.run.Report.Status;
import org.rollcall.run.Totals;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A message in its forms for people and for programs. It contains no personal data, and nothing
/// that is not printable.
///
/// @param status how the run ended; a test counts as a success
/// @param title one line
/// @param lines the lines after the title, for people
/// @param json the same content for programs, as text
public record Message(Status status, String title, List<String> lines, String json) {
  public Message {
    title = PrintableText.of(title);
    lines = lines.stream().map(PrintableText::of).toList();
  }

  /// The message about the end of a run.
  ///
  /// @param report has `""` as its run if the run ended before it had an id
  /// @param page where the page of the run can be seen; empty where nobody says so
  /// @param masked removes personal data from a sentence, because a reason may quote an answer
  public static Message of(Report report, Optional<String> page, UnaryOperator<String> masked) {
    var reason = report.reason().map(masked).map(PrintableText::of);
    var lines =
        Stream.of(
                reason.stream(),
                counted(report.totals()),
                FailureWords.lines(report.news()),
                where(report),
                page.filter(_ -> !report.run().isEmpty()).stream())
            .flatMap(part -> part)
            .toList();
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("event", "run_ended")
            .put("run", report.run().isEmpty() ? null : report.run())
            .put("status", report.status().name().toLowerCase(Locale.ROOT))
            .put("reason", reason.orElse(null))
            .put("started", report.started().toString())
            .put("finished", report.finished().toString())
            .put("duration_seconds", seconds(report))
            .put("report_url", page.filter(_ -> !report.run().isEmpty()).orElse(null));
    json.set("totals", totals(report.totals()));
    json.set("failures", FailureWords.json(report.news()));
    return new Message(report.status(), "Rollcall: " + ending(report), lines, text(json));
  }

  /// A test message, which is not about a run.
  public static Message test(Instant now) {
    var json =
        JsonNodeFactory.instance.objectNode().put("event", "test").put("sent", now.toString());
    return new Message(
        Status.SUCCEEDED,
        "Rollcall: a test",
        List.of("Somebody ran `rollcall notify`. This is where messages about runs arrive."),
        text(json));
  }

  private static String ending(Report report) {
    return switch (report.status()) {
      case SUCCEEDED -> "the run succeeded";
      case PARTIAL ->
          "%d of %d members failed%s"
              .formatted(
                  report.totals().failed(),
                  report.totals().total(),
                  FailureWords.anew(report.news()));
      case FAILED -> "the run failed";
      case REFUSED -> "the run was refused, nothing was written";
      case PAUSED -> "the run did not begin, its sync is paused";
      case INTERRUPTED -> "the run was interrupted, the next one finds the rest";
    };
  }

  /// Empty if the run ended before it had an id.
  private static Stream<String> where(Report report) {
    return report.run().isEmpty()
        ? Stream.empty()
        : Stream.of(
            "Run %s, %ss.".formatted(report.run(), seconds(report)),
            "`rollcall history %s` tells more.".formatted(report.run()));
  }

  /// Empty if the run reached no members.
  private static Stream<String> counted(Totals totals) {
    return totals.total() == 0
        ? Stream.empty()
        : Stream.of(
            "%d members: %d created, %d updated, %d unchanged, %d skipped, %d failed."
                .formatted(
                    totals.total(),
                    totals.created(),
                    totals.updated(),
                    totals.unchanged(),
                    totals.skipped(),
                    totals.failed()));
  }

  private static ObjectNode totals(Totals totals) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("total", totals.total())
        .put("created", totals.created())
        .put("updated", totals.updated())
        .put("unchanged", totals.unchanged())
        .put("skipped", totals.skipped())
        .put("duplicates_resolved", totals.duplicatesResolved())
        .put("leavers", totals.leavers())
        .put("not_kept", totals.notKept())
        .put("failed", totals.failed());
  }

  private static BigDecimal seconds(Report report) {
    return BigDecimal.valueOf(report.duration().toMillis(), 3).setScale(2, RoundingMode.HALF_UP);
  }

  private static String text(ObjectNode json) {
    return JsonMapper.shared().writeValueAsString(json);
  }
}
