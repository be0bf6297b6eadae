package org.rollcall.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A command's page for `man`, from what picocli knows of it. picocli's own generator writes pages
/// that a program in another language has to turn into such ones.
record ManPage(CommandSpec command) {
  /// `rollcall-sync`, which is also the name of the file.
  String name() {
    return command.qualifiedName("-");
  }

  String text() {
    var usage = command.usageMessage();
    var page = new Roff(name());
    page.section("Name");
    page.line("%s - %s".formatted(name(), first(usage.header())));
    page.section("Synopsis");
    page.line(synopsis());
    page.section("Description");
    page.lines(List.of(usage.description()));
    commands(page);
    arguments(page);
    if (!usage.exitCodeList().isEmpty()) {
      page.section("Exit status");
      usage.exitCodeList().forEach(page::entry);
    }
    if (usage.footer().length > 0) {
      page.section(usage.footerHeading().replace("%n", "").replace(":", ""));
      page.lines(List.of(usage.footer()));
    }
    others(page);
    return page.text();
  }

  private String synopsis() {
    var parameters =
        command.positionalParameters().stream().map(each -> " " + label(each)).toList();
    return command.qualifiedName()
        + " [OPTIONS]"
        + String.join("", parameters)
        + (command.subcommands().isEmpty() ? "" : " COMMAND");
  }

  private void commands(Roff page) {
    if (!command.subcommands().isEmpty()) {
      page.section("Commands");
      command
          .subcommands()
          .forEach((name, each) ->
              page.entry(name, first(each.getCommandSpec().usageMessage().header())));
    }
  }

  private void arguments(Roff page) {
    page.section("Options");
    command
        .positionalParameters()
        .forEach(each -> page.entry(label(each), told(each.description())));
    command.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .forEach(option -> page.entry(label(option), told(option.description())));
  }

  /// The commands right below, and the one above.
  private void others(Roff page) {
    page.section("See also");
    var below = command.subcommands().values().stream().map(CommandLine::getCommandSpec);
    page.line(
        Stream.concat(Stream.ofNullable(command.parent()), below)
            .map(each -> new ManPage(each).name() + "(1)")
            .collect(Collectors.joining(", ")));
  }

  private static String label(PositionalParamSpec parameter) {
    var label = parameter.paramLabel();
    return parameter.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private static String label(OptionSpec option) {
    var names = Stream.of(option.names()).collect(Collectors.joining(", "));
    return option.arity().max() == 0
        ? names
        : names + "=" + option.paramLabel() + (option.arity().max() > 1 ? "..." : "");
  }

  private static String first(String[] lines) {
    return told(lines).replace("%n", "");
  }

  private static String told(String[] lines) {
    return String.join(" ", lines);
  }

  /// The commands' pages by their names, and the program's own.
  static Map<String, String> of(CommandLine program) {
    return all(program)
        .map(each -> new ManPage(each.getCommandSpec()))
        .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), ManPage::text));
  }

  /// A command, and those below it.
  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(ManPage::all));
  }
}
