package org.rollcall.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.rollcall.config.Notification;
import org.rollcall.config.Notification.To;
import org.rollcall.config.Notification.When;
import org.rollcall.config.Notifications;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// Tells others that a run began and how it ended. Who cannot be told is a warning, and never
/// changes how the run ended; all are told at once, and none is waited for longer than ten seconds.
public final class Announcer implements Consumer<RunEvent> {
  private final Notifications notifications;
  private final Consumer<String> trouble;

  /// @param trouble told a sentence for each who could not be told
  public Announcer(Notifications notifications, Consumer<String> trouble) {
    this.notifications = notifications;
    this.trouble = trouble;
  }

  @Override
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.Started _ -> tell(heartbeat("/start", ""));
      case RunEvent.Finished(var report) -> tell(messages(report));
      case RunEvent _ -> {}
    }
  }

  /// One way to tell somebody, and who that is.
  private record Telling(String whom, How how) {
    Optional<String> done(Post post) throws InterruptedException {
      return how.send(post).map(why -> "%s could not be told: %s.".formatted(whom, why));
    }
  }

  @FunctionalInterface
  private interface How {
    Optional<String> send(Post post) throws InterruptedException;
  }

  private List<Telling> messages(Report report) {
    var messages = new ArrayList<Telling>();
    notifications.told().stream()
        .filter(each -> wants(each, report.status()))
        .forEach(each -> messages.add(telling(each.to(), report)));
    messages.addAll(
        switch (report.status()) {
          case SUCCEEDED, PARTIAL -> heartbeat("", Message.json(report));
          case FAILED, REFUSED, INTERRUPTED -> heartbeat("/fail", Message.json(report));
        });
    return messages;
  }

  private static boolean wants(Notification notification, Report.Status status) {
    var when = notification.when();
    return when.contains(When.ALWAYS)
        || switch (status) {
          case SUCCEEDED -> false;
          case PARTIAL -> when.contains(When.PARTIAL);
          case FAILED -> when.contains(When.FAILED);
          case REFUSED -> when.contains(When.REFUSED);
          case INTERRUPTED -> when.contains(When.INTERRUPTED);
        };
  }

  private static Telling telling(To to, Report report) {
    return switch (to) {
      case To.Slack(var url) ->
          new Telling("Slack", post -> post.send(url.value(), Message.slack(report), Map.of()));
      case To.Webhook(var url, var secret) -> {
        var body = Message.json(report);
        var headers =
            secret
                .map(key ->
                    Map.of(Signature.HEADER, Signature.of(body, key.value(), report.finished())))
                .orElse(Map.of());
        yield new Telling("The webhook", post -> post.send(url.value(), body, headers));
      }
    };
  }

  private List<Telling> heartbeat(String suffix, String body) {
    return notifications
        .heartbeat()
        .map(url ->
            new Telling("The heartbeat", post -> post.send(url.value() + suffix, body, Map.of())))
        .stream()
        .toList();
  }

  private void tell(List<Telling> messages) {
    if (messages.isEmpty()) {
      return;
    }
    try (var post = new Post();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          messages.stream().<Callable<Optional<String>>>map(each -> () -> each.done(post)).toList();
      for (var call : threads.invokeAll(calls)) {
        call.resultNow().ifPresent(trouble);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
