package org.rollcall.apply;

/// Says that a request was not sent at all: its caller was interrupted while it waited, or the run
/// may write no more. So nothing of it can have landed.
public final class Unsent extends InterruptedException {
  private static final long serialVersionUID = 1;

  /// @param why the reason, as a sentence
  public Unsent(String why) {
    super(why);
  }
}
