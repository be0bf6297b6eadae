package org.rollcall.notify;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A dead man's switch, such as healthchecks.io: a monitor that raises an alarm after a day without
/// a ping. It is pinged when a run begins and when it ends.
///
/// A run that finished with some failed members counts as alive. The other notifiers report the
/// failures; an alarm every night would be switched off. So does a run of a sync that somebody has
/// paused: they know.
public final class Heartbeat implements Notifier {
  private final URI url;
  private final Optional<String> start;
  private final Optional<String> fail;
  private final Post post;
  private Optional<FutureTask<Optional<String>>> started = Optional.empty();

  /// @param start the suffix of the path when a run begins; empty for no ping then
  /// @param fail the suffix of the path when a run fails; empty for no ping then, which raises the
  ///   alarm too
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

  /// Pings in the background when a run begins. The result is reported at the end.
  public void start() {
    started = start.map(suffix -> new FutureTask<>(() -> trouble(suffix)));
    started.ifPresent(Thread::startVirtualThread);
  }

  @Override
  public void send(Message message) throws Undelivered, InterruptedException {
    var atStart = beginning();
    end(message);
    if (atStart.isPresent()) {
      throw new Undelivered("the ping at the start failed: " + atStart.get());
    }
  }

  private void end(Message message) throws Undelivered, InterruptedException {
    switch (message.status()) {
      case SUCCEEDED, PARTIAL, PAUSED -> post.ping(url);
      case FAILED, REFUSED, INTERRUPTED -> {
        if (fail.isPresent()) {
          post.ping(with(fail.get()));
        }
      }
    }
  }

  /// Waits for the ping of the beginning, so that the ping of the end cannot arrive before it.
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

  /// Adds the suffix to the path, before a query.
  private URI with(String suffix) {
    var text = url.toString();
    int query = text.indexOf('?');
    return URI.create(
        query < 0 ? text + suffix : text.substring(0, query) + suffix + text.substring(query));
  }
}
