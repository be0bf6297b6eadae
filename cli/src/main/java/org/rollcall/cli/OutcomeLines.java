package org.rollcall.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.cli.LogLine.Level;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;

/// What the log says about one member. A member who was written is named by number and contact
/// only. A member whom the operator must look after is named in full, as far as privacy allows.
sealed interface OutcomeLines {
  /// Whether and how people are named.
  Privacy privacy();

  /// What the log says about a member who needed a change.
  Stream<LogLine> written(Outcome outcome);

  /// What has been done with members, as a participle.
  String done();

  /// The lines of `outcome`. A member who was right already has none.
  default Stream<LogLine> of(Outcome outcome) {
    var warnings =
        outcome.warnings().stream().map(text -> about(Level.WARN, outcome, "Member", text));
    return Stream.concat(warnings, ended(outcome));
  }

  /// Nothing was written, and no line says that something was.
  ///
  /// @param informed whether a create can be told from an update
  record Simulated(Privacy privacy, boolean informed) implements OutcomeLines {
    @Override
    public String done() {
      return "prepared (simulated)";
    }

    @Override
    public Stream<LogLine> written(Outcome outcome) {
      return Stream.of(
          LogLine.of(
                  Level.PROGRESS,
                  "Would %s member %s%s"
                      .formatted(verb(outcome.result()), outcome.member(), known(outcome)))
              .with("member", outcome.member().value()));
    }

    private String verb(Result result) {
      if (!informed) {
        return "upsert";
      }
      return result instanceof Result.Created ? "create" : "update";
    }

    /// A fingerprint shows that a contact differs, but not in which fields.
    private String known(Outcome outcome) {
      return informed && outcome.result() instanceof Result.Updated
          ? ""
          : fields(outcome.differences());
    }
  }

  /// The run did what the lines say.
  record Done(Privacy privacy) implements OutcomeLines {
    @Override
    public String done() {
      return "synced";
    }

    @Override
    public Stream<LogLine> written(Outcome outcome) {
      var verb = outcome.result() instanceof Result.Created ? "Created" : "Updated";
      return Stream.of(
          LogLine.of(
                  Level.PROGRESS,
                  "%s contact%s of member %s%s%s"
                      .formatted(
                          verb,
                          outcome.contact().map(id -> " " + id).orElse(""),
                          outcome.member(),
                          fields(outcome.differences()),
                          remedies(outcome)))
              .with("member", outcome.member().value())
              .with("contact", outcome.contact().map(ContactId::value).orElse(""))
              .with("outcome", Outcomes.token(outcome.result()))
              .with("request_id", outcome.requestId()));
    }
  }

  private Stream<LogLine> ended(Outcome outcome) {
    return switch (outcome.result()) {
      case Result.Created _, Result.Updated _ -> written(outcome);
      case Result.Departed _ -> departed(outcome);
      case Result.Unchanged _ -> Stream.empty();
      case Result.Skipped(var reason) ->
          Stream.of(about(Level.WARN, outcome, "Skipped member", reason));
      case Result.Failed failed ->
          Stream.of(
              about(Level.ERROR, outcome, "Failed member", failed.reason())
                  .because(failed.cause()));
      case Result.IdentityClash(var reason) ->
          Stream.of(about(Level.ERROR, outcome, "Identity clash of member", reason));
      case Result.NeedsPerson(var reason) ->
          Stream.of(about(Level.ERROR, outcome, "A person must look after member", reason));
    };
  }

  private static Stream<LogLine> departed(Outcome outcome) {
    var how =
        outcome.differences().isEmpty() ? " archived" : " marked" + fields(outcome.differences());
    var contact = outcome.contact().map(ContactId::value).orElse("");
    return Stream.of(
        LogLine.of(
                Level.PROGRESS,
                "Member %s has left: contact %s%s".formatted(outcome.member(), contact, how))
            .with("member", outcome.member().value())
            .with("contact", contact)
            .with("outcome", Outcomes.token(outcome.result()))
            .with("request_id", outcome.requestId()));
  }

  private LogLine about(Level level, Outcome outcome, String opening, String text) {
    var email = privacy().email(outcome.email());
    var name = privacy().name(outcome.name());
    var reason = privacy().sentence(text, outcome.name());
    var who = Stream.of(email, name).filter(part -> !part.isBlank()).toList();
    return LogLine.of(
            level,
            "%s %s%s: %s%s"
                .formatted(opening, outcome.member(), parenthesis(who), reason, request(outcome)))
        .with("member", outcome.member().value())
        .with("email", email)
        .with("name", name)
        .with("outcome", Outcomes.token(outcome.result()))
        .with("reason", reason)
        .with("request_id", outcome.requestId());
  }

  private static String request(Outcome outcome) {
    return outcome.requestId().isEmpty() ? "" : " (request " + outcome.requestId() + ")";
  }

  private static String parenthesis(List<String> parts) {
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private static String fields(List<Difference> differences) {
    return differences.isEmpty()
        ? ""
        : differences.stream()
            .map(Difference::field)
            .map(FieldName::simpleName)
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String remedies(Outcome outcome) {
    return parenthesis(outcome.remedies().stream().map(Words::of).toList());
  }
}
