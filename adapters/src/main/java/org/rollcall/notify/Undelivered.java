package org.rollcall.notify;

/// A message did not arrive. The message of this exception says why, and holds no secret.
public final class Undelivered extends Exception {
  private static final long serialVersionUID = 1;

  public Undelivered(String why) {
    super(why);
  }
}
