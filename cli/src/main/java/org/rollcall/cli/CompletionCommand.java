package org.rollcall.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lets a shell complete commands and options.
@Command(
    name = "completion",
    header = "Print what makes a shell complete commands and options.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Put one of these lines where your shell reads it at its start:",
      "  source <(rollcall completion bash)     in ~/.bashrc",
      "  source <(rollcall completion zsh)      in ~/.zshrc",
      "  rollcall completion fish | source      in ~/.config/fish/config.fish",
      ""
    })
final class CompletionCommand implements Callable<Integer> {
  /// A shell that can be taught.
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell;

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var out = terminal.out().writer();
    out.print(script());
    out.flush();
    return ExitCode.CONVERGED.code();
  }

  /// zsh reads the script that picocli makes for bash.
  private String script() {
    var root = spec.root();
    Choices.offer(root);
    return switch (shell) {
      case BASH, ZSH -> AutoComplete.bash(root.name(), root.commandLine());
      case FISH -> new FishCompletion(root).script();
    };
  }
}
