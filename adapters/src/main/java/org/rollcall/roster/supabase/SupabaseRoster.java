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

/// The roster read through a Supabase project's REST API, without a database password.
///
/// Each page starts after the last key, not at an offset, so that members who come or go during the
/// reading do not shift the others. Thread-safe.
public final class SupabaseRoster implements Roster {
  private final SupabaseProject project;
  private final RosterQuery query;
  private final Patience patience;

  public SupabaseRoster(SupabaseProject project, RosterQuery query, Waiter waiter) {
    this(project, query, new Patience(waiter));
  }

  /// @param patience the retries for a page without an answer
  public SupabaseRoster(SupabaseProject project, RosterQuery query, Patience patience) {
    this.project = project;
    this.query = query;
    this.patience = patience;
  }

  @Override
  public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events)
      throws InterruptedException {
    try (var wire = new Wire(project, patience, events)) {
      var reader = reader(wire, events);
      new MemberPages(query, reader, limit).read(new Members(query, each));
      return reader.requests();
    }
  }

  @Override
  public Census everybody(Consumer<RunEvent> events) throws InterruptedException {
    try (var wire = new Wire(project, patience, events)) {
      var reader = reader(wire, events);
      return new Census(new KeyPages(query, reader).read(), reader.requests());
    }
  }

  private PageReader reader(Wire wire, Consumer<RunEvent> events) {
    return new PageReader(
        project, query.schema(), new Judge(query, project.key()), wire, patience, events);
  }
}
