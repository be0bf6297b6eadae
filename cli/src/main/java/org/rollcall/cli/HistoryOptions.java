package org.rollcall.cli;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.MemberId;
import org.rollcall.model.SyncName;
import org.rollcall.review.RunFilter;
import picocli.CommandLine.Option;

/// Which of the remembered runs somebody asks for.
final class HistoryOptions {
  private static final int USUAL = 10;

  @Option(
      names = "--last",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "How many runs. Default: 10, or with --since all of them.")
  private Optional<Integer> last = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Moment.Converter.class,
      description = "Only runs since a date (2026-11-01, in UTC) or for a while (36h, 7d, 2w).")
  private Optional<Moment> since = Optional.empty();

  @Option(
      names = "--member",
      paramLabel = "N",
      converter = MemberNumber.class,
      description =
          "Only runs that had something to do for the member of this number, and what became of them.")
  private Optional<MemberId> member = Optional.empty();

  @Option(
      names = "--failed",
      description =
          "Only runs that did not succeed; with RUN or --member, only members who failed.")
  private boolean failed;

  @Option(
      names = "--workspace",
      paramLabel = "ID",
      description = "Only runs that wrote to the workspace of this id or name.")
  private Optional<String> workspace = Optional.empty();

  RunFilter filter(Optional<SyncName> sync, Instant now) {
    return new RunFilter(sync, workspace, since.map(each -> each.before(now)), member, failed);
  }

  int last() {
    return last.orElse(since.isPresent() ? Integer.MAX_VALUE : USUAL);
  }

  Optional<String> workspace() {
    return workspace;
  }

  boolean isAbout(MemberId somebody) {
    return member.map(somebody::equals).orElse(true);
  }

  /// Whether some runs are left out.
  boolean isNarrow() {
    return failed || since.isPresent() || member.isPresent() || workspace.isPresent();
  }
}
