package org.rollcall.transport;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// A body that is read only as far as there is room for it.
final class BoundedBody<T> implements BodySubscriber<T> {
  private final BodySubscriber<T> body;
  private final BytesInFlight.Room room;
  private final boolean tooLarge;
  private Flow.@Nullable Subscription source;
  private boolean over;

  /// @param tooLarge whether the server has announced more than may come
  BoundedBody(BodySubscriber<T> body, BytesInFlight.Room room, boolean tooLarge) {
    this.body = body;
    this.room = room;
    this.tooLarge = tooLarge;
  }

  @Override
  public CompletionStage<T> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    body.onSubscribe(subscription);
    if (tooLarge) {
      giveUp();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (over) {
      return;
    }
    try {
      if (room.take(buffers.stream().mapToLong(ByteBuffer::remaining).sum())) {
        body.onNext(buffers);
      } else {
        giveUp();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      giveUp();
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (!over) {
      body.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    if (!over) {
      body.onComplete();
    }
  }

  private void giveUp() {
    over = true;
    if (source != null) {
      source.cancel();
    }
    body.onError(room.tooLarge());
  }
}
