package org.rollcall.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.settings.LostLetters;

/// Whether the process could read how it was started.
///
/// @param arguments of the command line
/// @param folder that it was started in
record ReadableStart(List<String> arguments, String folder, LostLetters letters) {
  private static final Set<String> ONLY_TOLD =
      Set.of("-h", "--help", "-V", "--version", "help", "completion");

  static ReadableStart ofProcess(String[] arguments) {
    return new ReadableStart(
        List.copyOf(Arrays.asList(arguments)),
        System.getProperty("user.dir", ""),
        LostLetters.ofProcess());
  }

  /// Why it could not, in a sentence; empty where it could. Help needs no folder.
  Optional<String> refusal() {
    var argument = arguments.stream().filter(LostLetters::in).findFirst();
    if (argument.isPresent()) {
      return argument.map(
          lost -> "The argument \"%s\" cannot be read: %s.".formatted(lost, letters.reason()));
    }
    return Optional.of(folder)
        .filter(LostLetters::in)
        .filter(_ -> !arguments.isEmpty() && arguments.stream().noneMatch(ONLY_TOLD::contains))
        .map(lost ->
            "The folder that Rollcall was started in, %s, cannot be read: %s."
                .formatted(lost, letters.reason()));
  }
}
