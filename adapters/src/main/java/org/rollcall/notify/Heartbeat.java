package org.rollcall.notify;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A dead man's switch, such as healthchecks.io has: a monitor that raises the alarm when it was
/// not pinged for a day. It is pinged when a run begins and when it ends.
///
/// A run that finished is alive though some members failed: that is for the other notifiers to
/// tell, and an alarm that rings every night is switched off.
public final class Heartbeat implements Notifier {
  private final URI url;
  private final Optional<String> start;
  private final Optional<String> fail;
  private final Post post;
  private Optional<FutureTask<Optional<String>>> started = Optional.empty();

  /// @param start added to the path when a run begins; empty to tell no beginning
  /// @param fail added to the path when a run fails; empty to keep silent then, which rings too
  public Heartbeat(URI url, Optional<String> start, Optional<String> fail, Post post) {
    this.url = url;
    this.start = start;
    this.fail = fail;
    this.post = post;
  }

  @Override
  public String name() {
    return "heartbeat at " + url.getHost();
  }

  /// Tells that a run begins, and keeps it waiting for nothing. What came of it is told at the end.
  public void start() {
    started = start.map(suffix -> new FutureTask<>(() -> trouble(suffix)));
    started.ifPresent(Thread::startVirtualThread);
  }

  @Override
  public void send(Message message) throws Undelivered, InterruptedException {
    var atStart = beginning();
    end(message);
    if (atStart.isPresent()) {
      throw new Undelivered("the start was not told: " + atStart.get());
    }
  }

  private void end(Message message) throws Undelivered, InterruptedException {
    switch (message.status()) {
      case SUCCEEDED, PARTIAL -> post.ping(url);
      case FAILED, REFUSED, INTERRUPTED -> {
        if (fail.isPresent()) {
          post.ping(with(fail.get()));
        }
      }
    }
  }

  /// Waits until the beginning is told, lest the end arrives before it.
  private Optional<String> beginning() throws InterruptedException {
    try {
      return started.isPresent() ? started.get().get() : Optional.empty();
    } catch (ExecutionException unforeseen) {
      return Optional.of(String.valueOf(unforeseen.getCause()));
    }
  }

  private Optional<String> trouble(String suffix) throws InterruptedException {
    try {
      post.ping(with(suffix));
      return Optional.empty();
    } catch (Undelivered undelivered) {
      return Optional.ofNullable(undelivered.getMessage());
    }
  }

  /// The suffix belongs to the path, before a query.
  private URI with(String suffix) {
    var text = url.toString();
    int query = text.indexOf('?');
    return URI.create(
        query < 0 ? text + suffix : text.substring(0, query) + suffix + text.substring(query));
  }
}
