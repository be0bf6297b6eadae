package org.rollcall.sandbox;

/// A world file cannot be understood. The message says where and what was expected.
public final class WorldMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorldMistake(String message) {
    super(message);
  }
}
