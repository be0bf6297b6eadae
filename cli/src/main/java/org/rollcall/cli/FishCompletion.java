package org.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion for fish, for which picocli has none.
///
/// @param root the whole program
record FishCompletion(CommandSpec root) {
  /// The script: each of its lines teaches one command or one option.
  String script() {
    return Stream.concat(
            Stream.of("complete -c %s -f".formatted(root.name())),
            Stream.concat(
                options(root, "__fish_use_subcommand"), commands(root, "__fish_use_subcommand")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// The commands right below one that was typed already, and all that belongs to them.
  private Stream<String> commands(CommandSpec above, String when) {
    return below(above).flatMap(each -> command(each, when, then(above, each)));
  }

  private static Stream<CommandSpec> below(CommandSpec command) {
    return command.subcommands().values().stream().map(CommandLine::getCommandSpec);
  }

  /// When the command was typed: after the one that it is below of.
  private String then(CommandSpec above, CommandSpec command) {
    return above.equals(root)
        ? seen(command.name())
        : seen(above.name()) + "; and " + seen(command.name());
  }

  private static String seen(String names) {
    return "__fish_seen_subcommand_from " + names;
  }

  private Stream<String> command(CommandSpec command, String when, String then) {
    var itself = line(when, " -a " + command.name(), command.usageMessage().header());
    var parameters =
        command.positionalParameters().stream()
            .map(each -> line(then, known(each).orElse(""), List.of()));
    var names = below(command).map(CommandSpec::name).collect(Collectors.joining(" "));
    return Stream.of(
            Stream.of(itself),
            options(command, then),
            parameters,
            commands(command, then + "; and not " + seen(names)))
        .flatMap(each -> each);
  }

  private Stream<String> options(CommandSpec command, String when) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> line(when, names(option) + values(option), List.of(option.description())));
  }

  private static String names(OptionSpec option) {
    return Stream.of(option.names())
        .map(
            name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
        .collect(Collectors.joining());
  }

  private static String values(OptionSpec option) {
    return option.arity().max() == 0 ? "" : known(option).map(" -r"::concat).orElse(" -x");
  }

  /// What may be completed: files, or one of some words.
  private static Optional<String> known(ArgSpec argument) {
    var types = List.of(argument.typeInfo().getType(), argument.auxiliaryTypes()[0]);
    return types.contains(Path.class)
        ? Optional.of(" -F")
        : Choices.of(argument).map(words -> " -f -a " + quoted(String.join(" ", words)));
  }

  private String line(String when, String what, List<String> description) {
    var told = description.isEmpty() ? "" : " -d " + quoted(String.join(" ", description));
    return "complete -c %s -n %s%s%s".formatted(root.name(), quoted(when), what, told);
  }

  private String line(String when, String what, String[] description) {
    return line(when, what, List.of(description));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
