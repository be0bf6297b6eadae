package org.rollcall.app;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.notify.Email;
import org.rollcall.notify.Heartbeat;
import org.rollcall.notify.MailServer;
import org.rollcall.notify.Message;
import org.rollcall.notify.MessageDelivery;
import org.rollcall.notify.Notifier;
import org.rollcall.notify.Post;
import org.rollcall.notify.Slack;
import org.rollcall.notify.Webhook;
import org.rollcall.review.EndedAs;
import org.rollcall.run.Basis;
import org.rollcall.run.Delivery;
import org.rollcall.run.Report;
import org.rollcall.run.Report.Status;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Stop;
import org.rollcall.run.Totals;
import org.rollcall.settings.Notify;
import org.rollcall.settings.Notify.Occasion;
import org.rollcall.settings.Problem;
import org.rollcall.settings.ReportUrl;
import org.rollcall.settings.Secret;
import org.rollcall.settings.SettingsException;

/// Tells the people in the settings about a run. A failure here is a warning: it breaks no run,
/// delays no run for more than [#LIMIT], and changes no exit code.
final class RunNotifications implements AutoCloseable {
  /// How long telling everybody may take.
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// The time that is left for the last lines of a run that shall stop.
  private static final Duration RESERVE = Duration.ofMillis(300);

  /// A run to tell about.
  @FunctionalInterface
  interface Run {
    /// @param events hears its events
    Report run(Consumer<RunEvent> events) throws InterruptedException;
  }

  private record Listed(Notifier notifier, Set<Occasion> when) {}

  private final List<Listed> listed = new ArrayList<>();
  private final List<Heartbeat> heartbeats = new ArrayList<>();
  private final Optional<ReportUrl> page;
  private final InstantSource clock;
  private final Post post = new Post(LIMIT, Version.userAgent());

  /// @param page where the page of a run can be seen; empty where nobody says so
  RunNotifications(List<Notify> settings, Optional<ReportUrl> page, InstantSource clock) {
    this.page = page;
    this.clock = clock;
    settings.forEach(this::add);
  }

  /// Runs, and tells how it ended. A run that ends with an exception counts as failed.
  ///
  /// @param sync which of the program's syncs it is
  /// @param stop limits the time for notifications
  /// @param before how the run before ended; asked only where somebody wants to know
  Report around(
      SyncName sync,
      Run run,
      Stop stop,
      Supplier<Optional<EndedAs>> before,
      Consumer<RunEvent> events)
      throws InterruptedException {
    var heard = new Heard(sync, clock.instant());
    heartbeats.forEach(Heartbeat::start);
    try {
      var report = run.run(heard.and(events));
      tell(report, stop, before, events);
      return report;
    } catch (RuntimeException broken) {
      tell(heard.failed(broken, clock.instant()), stop, before, events);
      throw broken;
    }
  }

  /// Sends a test message to all but the heartbeats, because they would take it for a run.
  List<Delivery> test() throws InterruptedException {
    var pulses = Set.<Notifier>copyOf(heartbeats);
    var all = listed.stream().map(Listed::notifier).filter(each -> !pulses.contains(each)).toList();
    return new MessageDelivery(LIMIT).tell(all, Message.test(clock.instant()));
  }

  private void tell(
      Report report, Stop stop, Supplier<Optional<EndedAs>> before, Consumer<RunEvent> events) {
    var occasions = new Occasions(report, new ReadOnce<>(before));
    var concerned =
        listed.stream()
            .filter(each -> each.when().stream().anyMatch(occasions::include))
            .map(Listed::notifier)
            .toList();
    var link = page.map(each -> each.of(report.sync(), report.run()));
    var message = Message.of(report, link, text -> Privacy.MASK.sentence(text, ""));
    try {
      new MessageDelivery(stop.budget(LIMIT, RESERVE))
          .tell(concerned, message)
          .forEach(each -> warn(each, events));
    } catch (InterruptedException _) {
      // The run is over and its report must be written. An interrupt flag would break the report
      // file.
      events.accept(new RunEvent.Warned("Not everybody was told how the run ended: no time left."));
    }
  }

  private static void warn(Delivery delivery, Consumer<RunEvent> events) {
    delivery
        .trouble()
        .map(trouble ->
            "The %s could not be told how the run ended: %s.".formatted(delivery.to(), trouble))
        .ifPresent(sentence -> events.accept(new RunEvent.Warned(sentence)));
  }

  private void add(Notify settings) {
    switch (settings) {
      case Notify.Slack(var url, var when) -> add(new Slack(uri(url), post), when);
      case Notify.Webhook(var url, var secret, var when) ->
          add(new Webhook(uri(url), secret.value(), clock, post), when);
      case Notify.Email email ->
          add(new Email(server(email), email.from(), email.to(), clock), email.when());
      case Notify.Heartbeat(var url, var start, var fail) -> {
        var heartbeat = new Heartbeat(uri(url), start, fail, post);
        heartbeats.add(heartbeat);
        add(heartbeat, Set.of(Occasion.ALWAYS));
      }
    }
  }

  private void add(Notifier notifier, Set<Occasion> when) {
    listed.add(new Listed(notifier, when));
  }

  private static URI uri(Secret url) {
    return URI.create(url.value());
  }

  private static MailServer server(Notify.Email email) {
    var security =
        switch (email.tls()) {
          case STARTTLS -> MailServer.Security.STARTTLS;
          case IMPLICIT -> MailServer.Security.TLS;
          case NONE -> MailServer.Security.NONE;
        };
    return new MailServer(
        email.host(),
        email.port(),
        security,
        email.user(),
        email.password().map(Secret::value),
        LIMIT);
  }

  @Override
  public void close() {
    post.close();
  }

  /// What is known about a run that ends without a report.
  private static final class Heard {
    private final SyncName sync;
    private final Instant started;
    private String run = "";
    private Optional<Target> target = Optional.empty();

    Heard(SyncName sync, Instant started) {
      this.sync = sync;
      this.started = started;
    }

    Consumer<RunEvent> and(Consumer<RunEvent> events) {
      return event -> {
        if (event instanceof RunEvent.Started(var id, _)) {
          run = id;
        }
        if (event instanceof RunEvent.Admitted(var admitted)) {
          target = Optional.of(admitted);
        }
        events.accept(event);
      };
    }

    Report failed(RuntimeException broken, Instant now) {
      var reason =
          switch (broken) {
            case RunStopped stopped -> String.join(" ", stopped.lines());
            case SettingsException wrong ->
                wrong.problems().stream().map(Problem::toString).collect(joining("; "));
            default -> "The run broke off because of a mistake in Rollcall; its log says more.";
          };
      return new Report(
          sync,
          run,
          target,
          Status.FAILED,
          started,
          now,
          Basis.INTERCOM,
          Totals.NONE,
          new Report.Requests(0, 0),
          List.of(),
          Optional.of(reason));
    }
  }
}
