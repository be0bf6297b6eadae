package org.rollcall.model;

/// Who started a run or asked for something: a user of a machine.
///
/// @param user as the operating system calls the user
/// @param host the machine's name
/// @param trigger what started the program
public record Starter(String user, String host, Trigger trigger) {
  public Starter {
    user = PrintableText.of(user);
    host = PrintableText.of(host);
  }

  /// `ops of cron-1`.
  public String who() {
    return "%s of %s".formatted(user, host);
  }
}
