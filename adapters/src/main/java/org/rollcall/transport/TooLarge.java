package org.rollcall.transport;

import java.io.IOException;

/// An answer has more bytes than there is room for.
public final class TooLarge extends IOException {
  private static final long serialVersionUID = 1;

  private static final int BITS_OF_A_MEGABYTE = 20;

  private final String why;

  TooLarge(long limit) {
    this("the answer is larger than %d MB".formatted(limit >> BITS_OF_A_MEGABYTE));
  }

  private TooLarge(String why) {
    super(why);
    this.why = why;
  }

  /// The reason, as the part of a sentence that follows "because".
  public String why() {
    return why;
  }
}
