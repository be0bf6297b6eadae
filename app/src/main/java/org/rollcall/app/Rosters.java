package org.rollcall.app;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.rollcall.apply.Waiter;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.RosterName;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Patience;
import org.rollcall.roster.Stops;
import org.rollcall.roster.postgres.PostgresCatalog;
import org.rollcall.roster.postgres.PostgresRoster;
import org.rollcall.roster.postgres.PostgresSurvey;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.roster.supabase.SupabaseCatalog;
import org.rollcall.roster.supabase.SupabaseProject;
import org.rollcall.roster.supabase.SupabaseRoster;
import org.rollcall.roster.supabase.SupabaseSurvey;
import org.rollcall.run.FreshRoster;
import org.rollcall.run.Roster;
import org.rollcall.settings.Settings;
import org.rollcall.settings.Source;
import org.rollcall.survey.Catalog;
import org.rollcall.survey.Survey;

/// The roster that the settings name.
final class Rosters {
  private Rosters() {}

  static Roster of(Settings settings, Waiter waiter) {
    return of(settings, settings.mapping().roster(), waiter);
  }

  /// The same database, read in another way.
  static Roster of(Settings settings, RosterQuery query, Waiter waiter) {
    var patience = new Patience(waiter, settings.source().patience());
    return switch (settings.source()) {
      case Source.Supabase(var url, var key, _, _) ->
          new SupabaseRoster(
              SupabaseProject.of(URI.create(url), key.value(), Version.userAgent()),
              query,
              patience);
      case Source.Postgres(var url, _, _) ->
          new PostgresRoster(PostgresUrl.of(url.value()), query, patience);
    };
  }

  /// The database behind the roster, for single questions.
  ///
  /// @param patience the retries for a question without an answer
  static Survey survey(Settings settings, Patience patience) {
    var query = settings.mapping().roster();
    return switch (settings.source()) {
      case Source.Supabase(var url, var key, _, _) ->
          new SupabaseSurvey(
              SupabaseProject.of(URI.create(url), key.value(), Version.userAgent()),
              query,
              patience);
      case Source.Postgres(var url, _, _) ->
          new PostgresSurvey(PostgresUrl.of(url.value()), query, patience);
    };
  }

  /// The list of the tables in the database behind the roster.
  ///
  /// @param patience the retries for a question without an answer
  static Catalog catalog(Settings settings, Patience patience) {
    var query = settings.mapping().roster();
    return switch (settings.source()) {
      case Source.Supabase(var url, var key, _, _) ->
          new SupabaseCatalog(
              SupabaseProject.of(URI.create(url), key.value(), Version.userAgent()),
              query,
              patience);
      case Source.Postgres(var url, _, _) ->
          new PostgresCatalog(PostgresUrl.of(url.value()), query, patience);
    };
  }

  /// The roster. Its age is checked first if the settings ask for it.
  static Roster fresh(Settings settings, Waiter waiter, InstantSource clock) {
    var roster = of(settings, waiter);
    return settings
        .upkeep()
        .freshness()
        .<Roster>map(wanted ->
            new FreshRoster(
                roster,
                survey(settings, new Patience(waiter, settings.source().patience())),
                wanted,
                clock))
        .orElse(roster);
  }

  /// The tables that are joined to the members.
  static List<JoinedTable> joinedTables(SyncDefinition definition) {
    var settings = definition.settings();
    var query = settings.mapping().roster();
    var reader = reader(settings.source());
    return query.joins().stream()
        .map(join ->
            new JoinedTable(
                join.name(),
                query.schema() + "." + join.table(),
                Stops.selectGrant(query, join.table(), reader),
                definition.projection().fieldsOf(join.name())))
        .toList();
  }

  /// The database role that reads.
  private static String reader(Source source) {
    return switch (source) {
      case Source.Supabase _ -> SupabaseProject.ROLE;
      case Source.Postgres(var url, _, _) -> PostgresUrl.of(url.value()).user();
    };
  }

  /// The name of the roster, which holds no secret. Two runs over one roster have the same name.
  static RosterName nameOf(Settings settings) {
    var query = settings.mapping().roster();
    var place =
        switch (settings.source()) {
          case Source.Supabase(var url, _, _, _) -> url;
          case Source.Postgres(var url, _, _) -> PostgresUrl.of(url.value()).toString();
        };
    return new RosterName("%s %s.%s".formatted(place, query.schema(), query.table()));
  }
}
