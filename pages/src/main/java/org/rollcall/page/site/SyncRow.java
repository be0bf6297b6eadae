package org.rollcall.page.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.page.NightBar;
import org.rollcall.page.Page.Badge;
import org.rollcall.page.Tone;
import org.rollcall.review.SyncHealth;

/// A sync in the overview.
///
/// @param target which roster into which workspace; `""` where no run has told
/// @param last its last run; empty for none
/// @param next when it runs next; empty where it has no schedule, or a pause has no end
/// @param pause why it is paused, as a sentence; `""` where it is not
/// @param members how many the last run was about that ended; `""` where none has
/// @param fresh members whose failing the last run saw first
/// @param known other members who failed
/// @param nights earlier runs, the oldest first
public record SyncRow(
    String name,
    SyncHealth health,
    String target,
    Optional<RunRow> last,
    Optional<Instant> next,
    String pause,
    String members,
    int fresh,
    int known,
    List<NightBar> nights) {
  public SyncRow {
    nights = List.copyOf(nights);
  }

  /// How it is, in one word.
  public Badge badge() {
    return switch (health) {
      case HEALTHY -> new Badge(Text.text("health.healthy"), Tone.GOOD);
      case PARTIAL -> new Badge(Text.text("health.partial"), Tone.WARNING);
      case FAILING -> new Badge(Text.text("health.failing"), Tone.BAD);
      case PAUSED -> new Badge(Text.text("health.paused"), Tone.WARNING);
      case UNKNOWN -> new Badge(Text.text("health.unknown"), Tone.QUIET);
    };
  }

  /// Whether a run of it goes on now.
  public boolean isRunning() {
    return last.filter(run -> run.badge().equals(RunBadge.RUNNING)).isPresent();
  }
}
