package org.rollcall.notify;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/// A receiver of signed JSON. It can check that a message comes from Rollcall, is unchanged and is
/// recent.
public final class Webhook implements Notifier {
  static final String TIMESTAMP = "X-Rollcall-Timestamp";
  static final String SIGNATURE = "X-Rollcall-Signature";

  private final URI url;
  private final Signature signature;
  private final InstantSource clock;
  private final Post post;

  /// @param secret shared with the receiver
  public Webhook(URI url, String secret, InstantSource clock, Post post) {
    this.url = url;
    this.signature = new Signature(secret);
    this.clock = clock;
    this.post = post;
  }

  @Override
  public String name() {
    return "webhook at " + url.getHost();
  }

  @Override
  public void send(Message message) throws Undelivered, InterruptedException {
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    var signed = signature.of(timestamp, message.json());
    post.json(url, message.json(), Map.of(TIMESTAMP, timestamp, SIGNATURE, signed));
  }
}
