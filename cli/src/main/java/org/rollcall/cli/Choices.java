package org.rollcall.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The words that an argument takes where they are few, as people write them: in small letters.
final class Choices {
  private Choices() {}

  static Optional<List<String>> of(ArgSpec argument) {
    return Stream.of(argument.typeInfo().getType(), argument.auxiliaryTypes()[0])
        .filter(Class::isEnum)
        .findFirst()
        .map(type ->
            Stream.of(type.getEnumConstants())
                .map(word -> word.toString().toLowerCase(Locale.ROOT))
                .toList());
  }

  /// Makes picocli offer the words so; by itself it offers the names of the constants.
  static void offer(CommandSpec command) {
    for (var option : List.copyOf(command.options())) {
      of(option).ifPresent(words -> offer(command, option, words));
    }
    command.subcommands().values().forEach(each -> offer(each.getCommandSpec()));
  }

  private static void offer(CommandSpec command, OptionSpec option, List<String> words) {
    command.remove(option);
    command.addOption(option.toBuilder().completionCandidates(words).build());
  }
}
