package org.rollcall.sandbox;

/// A world file is not valid. The message says where, and what is expected.
public final class WorldMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorldMistake(String message) {
    super(message);
  }
}
