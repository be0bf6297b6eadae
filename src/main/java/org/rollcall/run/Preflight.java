package org.rollcall.run;

/// Placeholder until the client lands.
@FunctionalInterface
public interface Preflight {
  void check(Directory directory) throws InterruptedException;
}
