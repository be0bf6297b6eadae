package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.json.NoticesJson;
import org.rollcall.model.MemberId;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.History;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a run noticed, whole: its log only counts it.
@Command(
    name = "notices",
    header = "List what a run noticed and left for a person.",
    abbreviateSynopsis = true,
    description = {
      "",
      "A log tells in one line what is the same for many members, and does not repeat what the run "
          + "before told. This lists all of it, member by member: values that could not be used, "
          + "members who were skipped, shared addresses.",
      "",
      "Examples:",
      "  rollcall notices",
      "  rollcall notices --member 10001",
      "  rollcall notices 20261123T080000Z-1f2e --json",
      ""
    })
final class NoticesCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--member",
      paramLabel = "N",
      converter = MemberNumber.class,
      description = "Only those about this member.")
  private Optional<MemberId> member = Optional.empty();

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Mixin private final PrivacyOption privacy = new PrivacyOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      defaultValue = History.LATEST,
      description = "One run; latest, which is the default, for the latest.")
  private String run = History.LATEST;

  NoticesCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return operations.remembered(settings.selection(), this::answer).code();
  }

  private ExitCode answer(History history) {
    var found = history.named(run, new RunFilter(settings.sync(), Optional.empty()));
    if (found.isEmpty()) {
      terminal.err().println(History.unknown(run));
      return ExitCode.FAILED;
    }
    print(found.get(), asked(history.notices(found.get().run())));
    return ExitCode.CONVERGED;
  }

  private List<NoticeRecord> asked(List<NoticeRecord> all) {
    return all.stream()
        .filter(notice -> member.isEmpty() || notice.members().contains(member.get()))
        .toList();
  }

  private void print(JournaledRun of, List<NoticeRecord> notices) {
    var shown = privacy.or(operations, settings.selection());
    if (json) {
      terminal.out().print(new NoticesJson(shown).of(of, notices));
    } else {
      new NoticesView(shown).of(of, notices).forEach(terminal.out()::println);
    }
  }
}
