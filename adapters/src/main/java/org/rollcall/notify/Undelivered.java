package org.rollcall.notify;

/// A message did not arrive. The exception's message gives the reason and contains no secret.
public final class Undelivered extends Exception {
  private static final long serialVersionUID = 1;

  public Undelivered(String why) {
    super(why);
  }
}
