package org.rollcall.cli;

import org.rollcall.app.Operations;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The bare program: prints help.
@Command(
    name = "rollcall",
    header =
        "Keeps a membership organisation's Intercom contacts equal to its member roster in Supabase.%n",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nTry it:%n",
    footer = {
      "  rollcall demo              see a whole night on a made-up roster",
      "  rollcall init              write the settings to a file, for editing",
      "  rollcall doctor            see what is wrong with the setup, and what to do",
      "  rollcall sync --dry-run    read the roster, call nothing in Intercom",
      "  rollcall plan              see which fields of which contacts would change",
      "  rollcall sync              do it",
      "",
      "'rollcall help COMMAND' tells more of each."
    })
public final class RollcallCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  private RollcallCommand() {}

  /// The command line of the whole program.
  ///
  /// @param operations what the commands ask; not asked before a command needs it
  /// @param demos starts what the demo shows
  /// @param services starts the service
  public static CommandLine commandLine(
      Operations operations, Demo.Starter demos, ServiceStarter services, Terminal terminal) {
    var commandLine =
        new CommandLine(new RollcallCommand())
            .addSubcommand(new ApplyCommand(operations, terminal))
            .addSubcommand(new AuditCommand(operations, terminal))
            .addSubcommand(new CompletionCommand(terminal))
            .addSubcommand(new DemoCommand(demos, terminal))
            .addSubcommand(new DoctorCommand(operations, terminal))
            .addSubcommand(new ExplainCommand(operations, terminal))
            .addSubcommand("help", help())
            .addSubcommand(new HistoryCommand(operations, terminal))
            .addSubcommand(new IgnoreCommand(operations, terminal))
            .addSubcommand(new InitCommand(operations, terminal))
            .addSubcommand(new NoticesCommand(operations, terminal))
            .addSubcommand(new NotifyCommand(operations, terminal))
            .addSubcommand(new OrphansCommand(operations, terminal))
            .addSubcommand(new PauseCommand(operations, terminal))
            .addSubcommand(new PlanCommand(operations, terminal))
            .addSubcommand(new ResumeCommand(operations, terminal))
            .addSubcommand(new SandboxCommand(terminal))
            .addSubcommand(new ScheduleCommand(operations, terminal))
            .addSubcommand(new ServeCommand(operations, services, terminal))
            .addSubcommand(new ShowCommand(operations, terminal))
            .addSubcommand(new SyncCommand(operations, terminal))
            .addSubcommand(TokenCommand.commandLine(operations, terminal))
            .addSubcommand(new UndoCommand(operations, terminal))
            .addSubcommand(UserCommand.commandLine(operations, terminal))
            .addSubcommand(new ValidateCommand(operations, terminal));
    addCommon(commandLine, terminal);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setOut(terminal.out().writer())
        .setErr(terminal.err().writer())
        .setExecutionStrategy(new OutputCheck(terminal))
        .setParameterExceptionHandler(new WrongUsage(terminal))
        .setExecutionExceptionHandler(new Failures(terminal));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// Every command tells its help and the version, and has colours or not; so do those below it.
  private static void addCommon(CommandLine command, Terminal terminal) {
    command.getSubcommands().values().forEach(each -> addCommon(each, terminal));
    var spec = command.getCommandSpec();
    if (!spec.helpCommand()) {
      spec.mixinStandardHelpOptions(true).versionProvider(new VersionLine());
    }
    spec.addOption(new ColourOption(terminal).spec());
  }

  private static CommandLine help() {
    var help = new CommandLine(new HelpCommand());
    help.getCommandSpec()
        .usageMessage()
        .header("Show the help of a command.")
        .synopsisHeading("Usage: ")
        .abbreviateSynopsis(true)
        .description("", "Without COMMAND, shows the help of the whole program.", "");
    return help;
  }
}
