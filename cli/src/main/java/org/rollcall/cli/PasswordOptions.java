package org.rollcall.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rollcall.access.Password;
import org.rollcall.app.People;
import org.rollcall.run.RunStopped;
import picocli.CommandLine.Option;

/// Where a password comes from; never from the command line, which others on the machine can read.
final class PasswordOptions {
  @Option(
      names = "--password-stdin",
      description = "Read the password from the first line of the standard input.")
  private boolean fromInput;

  @Option(
      names = "--generate",
      description = "Make a password that nobody can guess, and print it, once.")
  private boolean generate;

  /// Whether the password is a new one, which the person has to be told.
  boolean isGenerated() {
    return generate;
  }

  /// The password; one that is asked for at a terminal is asked for twice.
  ///
  /// @param name whose
  /// @throws RunStopped when there is none
  Password read(String name, PasswordPrompt prompt) {
    if (generate) {
      return People.random();
    }
    return Password.of(fromInput ? firstLine() : asked(name, prompt));
  }

  private static String firstLine() {
    try {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return Optional.ofNullable(in.readLine())
          .orElseThrow(() -> wrong("The standard input holds no password. Nothing was done."));
    } catch (IOException failed) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "The standard input cannot be read: %s.".formatted(failed.getMessage()),
          failed);
    }
  }

  private static String asked(String name, PasswordPrompt prompt) {
    var first =
        prompt
            .ask("New password for %s: ".formatted(name))
            .orElseThrow(() ->
                wrong(
                    "There is no terminal at which the password could be asked for. Hand it over with --password-stdin, or have one made with --generate."));
    var fault = Password.of(first).fault();
    if (fault.isEmpty() && !prompt.ask("The same again: ").filter(first::equals).isPresent()) {
      throw wrong("The two passwords differ. Nothing was done.");
    }
    return first;
  }

  private static RunStopped wrong(String sentence) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence);
  }
}
