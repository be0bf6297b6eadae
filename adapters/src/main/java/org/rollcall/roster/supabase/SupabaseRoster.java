package org.rollcall.roster.supabase;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.apply.Waiter;
import org.rollcall.model.Member;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Members;
import org.rollcall.roster.Patience;
import org.rollcall.run.Census;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// The roster read through a Supabase project's REST API, which needs no database password.
///
/// It is read by pages that begin behind the last key, not by offset, so whoever comes or goes
/// meanwhile shifts nobody. May be read from several threads at once.
public final class SupabaseRoster implements Roster {
  private final SupabaseProject project;
  private final RosterQuery query;
  private final Patience patience;

  public SupabaseRoster(SupabaseProject project, RosterQuery query, Waiter waiter) {
    this.project = project;
    this.query = query;
    this.patience = new Patience(waiter);
  }

  @Override
  public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events)
      throws InterruptedException {
    refusePowerlessKey();
    try (var wire = new Wire(project.timeout())) {
      var reading = reading(wire, events);
      new MemberPages(query, reading, limit).read(new Members(query, each));
      return reading.requests();
    }
  }

  @Override
  public Census everybody(Consumer<RunEvent> events) throws InterruptedException {
    refusePowerlessKey();
    try (var wire = new Wire(project.timeout())) {
      var reading = reading(wire, events);
      return new Census(new Everybody(query, reading).read(), reading.requests());
    }
  }

  private Reading reading(Wire wire, Consumer<RunEvent> events) {
    return new Reading(
        project, query.schema(), new Judge(query, project.key()), wire, patience, events);
  }

  private void refusePowerlessKey() {
    project
        .key()
        .refusal()
        .ifPresent(sentence -> {
          throw new RunStopped(RunStopped.Kind.SETTINGS, sentence);
        });
  }
}
