package org.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Ignores;
import org.rollcall.app.Operations;
import org.rollcall.json.IgnoresJson;
import org.rollcall.model.Ignored;
import org.rollcall.model.MemberId;
import org.rollcall.run.RunStopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Whose failing is expected.
@Command(
    name = "ignore",
    header = "Say whose failing is no news for a while.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Members who are ignored are tried and told as ever, and counted apart. A run in which nobody "
          + "else failed exits with 0, unless the settings say otherwise (exit_code.known_failures), "
          + "and is no occasion new_failures for notifications. Asks nobody but the store.",
      "",
      "Examples:",
      "  rollcall ignore 10001 --until 2026-12-31 --why 'the branch office asks for the address'",
      "  rollcall ignore --list",
      "  rollcall ignore --remove 10001",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the store cannot be used, or no run has been yet",
      "2:wrong usage or settings"
    })
final class IgnoreCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "MEMBER",
      converter = MemberNumber.class,
      description = "Numbers of members.")
  private List<MemberId> members = new ArrayList<>();

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = Moment.Converter.class,
      description = "Until when: a date (2026-12-31, in UTC), a time, or a while (7d, 2w).")
  private Optional<Moment> until = Optional.empty();

  @Option(names = "--why", paramLabel = "TEXT", description = "Why, for others. Name nobody.")
  private Optional<String> why = Optional.empty();

  @Option(names = "--list", description = "List who is ignored, and whether they still fail.")
  private boolean list;

  @Option(names = "--remove", description = "Ignore these members no longer.")
  private boolean remove;

  @Option(names = "--json", description = "Print who is ignored then as JSON.")
  private boolean json;

  IgnoreCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    check();
    var ignores = operations.ignores(settings.selection());
    var lines = new ArrayList<String>();
    for (var member : members) {
      lines.add(remove ? removed(ignores, member) : added(ignores, member));
    }
    if (json) {
      terminal.out().print(IgnoresJson.of(ignores));
    } else {
      (list ? listed(ignores) : lines).forEach(terminal.out()::println);
    }
    return ExitCode.CONVERGED.code();
  }

  private void check() {
    if (!isAdding() && !isListing() && !isRemoving()) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "Say one of: ignore MEMBER --until DATE --why TEXT, ignore --list, ignore --remove MEMBER.");
    }
  }

  private boolean isAdding() {
    return !list && !remove && !members.isEmpty() && until.isPresent() && isExplained();
  }

  private boolean isExplained() {
    return why.filter(text -> !text.isBlank()).isPresent();
  }

  private boolean isListing() {
    return list && !remove && members.isEmpty() && until.isEmpty();
  }

  private boolean isRemoving() {
    return remove && !list && !members.isEmpty() && until.isEmpty();
  }

  private String added(Ignores ignores, MemberId member) {
    var ignored =
        ignores.add(
            member, until.orElseThrow().after(ignores.clock().instant()), why.orElseThrow());
    return "Member %s is ignored until %s. %s"
        .formatted(member, ignored.until(), state(ignores, member));
  }

  private static String removed(Ignores ignores, MemberId member) {
    return ignores.known().remove(member).isPresent()
        ? "Member %s is ignored no longer. %s".formatted(member, state(ignores, member))
        : "Member %s was not ignored.".formatted(member);
  }

  private static String state(Ignores ignores, MemberId member) {
    return ignores
        .cause(member)
        .map(cause -> "Failed in the last run that tried them: " + cause)
        .orElse("Did not fail in the last run that tried them.");
  }

  private static List<String> listed(Ignores ignores) {
    var all = ignores.known().all();
    return all.isEmpty()
        ? List.of("Nobody is ignored in sync %s.".formatted(ignores.sync()))
        : all.stream().flatMap(each -> lines(ignores, each).stream()).toList();
  }

  private static List<String> lines(Ignores ignores, Ignored each) {
    return List.of(
        "%s  until %s, since %s, by %s: %s"
            .formatted(each.member(), each.until(), each.since(), each.who(), each.why()),
        "    " + state(ignores, each.member()));
  }
}
