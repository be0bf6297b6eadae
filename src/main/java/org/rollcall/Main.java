package org.rollcall;

/// Starts the program.
public final class Main {
  private Main() {}

  /// Runs the command named by `arguments`.
  public static void main(String[] arguments) {
    System.out.println("rollcall");
  }
}
