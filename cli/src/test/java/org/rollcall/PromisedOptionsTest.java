package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.app.App;
import org.rollcall.cli.NoService;
import org.rollcall.cli.RollcallCommand;
import org.rollcall.cli.Terminal;
import org.rollcall.support.Pages;
import picocli.CommandLine;

/// Whatever the program or a page tells people to type, the program understands.
class PromisedOptionsTest {
  /// `rollcall`, a command, and the rest up to where the quotation ends. A command may have others
  /// below it.
  private static final Pattern TYPED =
      Pattern.compile("[`']\\.?/?rollcall ([a-z]+)((?: [^`'\"|&>;)]*)?)");

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

  private static final CommandLine PROGRAM = program();

  @Test
  void every_command_and_option_that_is_named_exists() throws IOException {
    var texts = new ArrayList<>(Pages.sources("src/main/java", ".java").toList());
    for (var page : Pages.all()) {
      texts.add(Files.readString(page));
    }
    var promised = texts.stream().flatMap(PromisedOptionsTest::promised).distinct().toList();
    assertThat(promised).hasSizeGreaterThan(25);
    assertThat(promised).filteredOn(each -> each.missing().isPresent()).isEmpty();
  }

  /// @param below the word after the command; `""` for none
  /// @param option empty where only the command is named
  private record Promise(String command, String below, Optional<String> option) {
    Optional<String> missing() {
      return isKnown() ? Optional.empty() : Optional.of(toString());
    }

    private boolean isKnown() {
      var known = PROGRAM.getSubcommands().get(command);
      if (known == null) {
        return false;
      }
      var others = known.getSubcommands();
      var last = others.isEmpty() || below.isEmpty() ? known : others.get(below);
      return last != null
          && option.map(name -> last.getCommandSpec().findOption(name) != null).orElse(true);
    }
  }

  private static Stream<Promise> promised(String text) {
    return TYPED
        .matcher(text)
        .results()
        .flatMap(typed -> {
          var words = typed.group(2).strip().split(" ", -1);
          var below = words[0].matches("[a-z]+") ? words[0] : "";
          return Stream.concat(
              Stream.of(new Promise(typed.group(1), below, Optional.empty())),
              OPTION
                  .matcher(typed.group(2))
                  .results()
                  .map(option -> new Promise(typed.group(1), below, Optional.of(option.group()))));
        });
  }

  private static CommandLine program() {
    var nowhere = OutputStream.nullOutputStream();
    var terminal = new Terminal(nowhere, nowhere, Terminal.Look.PLAIN, Terminal.Look.PLAIN, 80);
    return RollcallCommand.commandLine(
        new App(Map.of(), Path.of(""), InstantSource.system()),
        _ -> {
          throw new AssertionError("Nobody asked for a demo.");
        },
        new NoService(),
        terminal);
  }
}
