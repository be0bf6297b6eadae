package org.rollcall.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.bulk.BulkStep;
import org.rollcall.listing.Listing;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.FieldName;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.Policy;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Tolerance;
import org.rollcall.model.ValueKind;
import org.rollcall.run.MappingRule;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Pace;

/// The rules of a sync that are fixed before it runs.
///
/// @param name which of the program's syncs it is
/// @param roster where the members come from
/// @param workspace the only workspace to write to, by its `id_code`; empty for the one that the
///   token opens
/// @param accepted the workspace that the operator accepts although the last run wrote to another
/// @param attributes every mapped field and what its mapping yields
/// @param joined the joined tables, whose rows are counted
/// @param mapping how contacts are made
/// @param tolerance after which failures a scheduler may take a run for a success
/// @param policy what to do where more than one answer is right
/// @param listing how the contacts are read
/// @param bulk plans with more creates than this go to Intercom in bulk; empty for none
/// @param concurrency members in flight at once
/// @param batchSize members to a batch
public record SyncRules(
    SyncName name,
    RosterName roster,
    Optional<String> workspace,
    Optional<String> accepted,
    Map<FieldName, ValueKind> attributes,
    List<JoinedTable> joined,
    MappingRule mapping,
    Tolerance tolerance,
    Policy policy,
    Listing listing,
    OptionalInt bulk,
    int concurrency,
    int batchSize) {
  public SyncRules {
    attributes = Map.copyOf(attributes);
    joined = List.copyOf(joined);
  }

  /// The rules in the settings.
  static SyncRules of(SyncName name, SyncDefinition definition) {
    var settings = definition.settings();
    var intercom = settings.intercom();
    return new SyncRules(
        name,
        Rosters.nameOf(settings),
        intercom.workspace(),
        Optional.empty(),
        definition.projection().attributes(),
        Rosters.joinedTables(definition),
        new MappingRule(definition.mappingDigest(), false),
        settings.upkeep().tolerance(),
        settings.policy(),
        listing(intercom),
        intercom.bulk() ? OptionalInt.of(BulkStep.WORTHWHILE) : OptionalInt.empty(),
        intercom.concurrency(),
        settings.batchSize());
  }

  /// The same rules for an operator who accepts this workspace.
  SyncRules accepting(String id) {
    return with(Optional.of(id), mapping);
  }

  /// The same rules for an operator who means what is new in the mapping.
  SyncRules acceptingMapping() {
    return with(accepted, mapping.accepted());
  }

  private SyncRules with(Optional<String> id, MappingRule rule) {
    return new SyncRules(
        name,
        roster,
        workspace,
        id,
        attributes,
        joined,
        rule,
        tolerance,
        policy,
        listing,
        bulk,
        concurrency,
        batchSize);
  }

  private static Listing listing(Intercom intercom) {
    var listing =
        switch (intercom.listing()) {
          case AUTO -> Listing.auto(intercom.concurrency(), perSecond(intercom.rate()));
          case CHAIN -> Listing.CHAIN;
        };
    return listing.with(hidden(intercom.archived())).patient(intercom.patience());
  }

  private static Listing.Hidden hidden(Intercom.Archived archived) {
    return switch (archived) {
      case AUTO -> Listing.Hidden.AUTO;
      case LIST -> Listing.Hidden.LIST;
      case DISCOVER -> Listing.Hidden.DISCOVER;
    };
  }

  /// How many calls are allowed in a second, as far as this is known before the first call.
  private static double perSecond(Pace pace) {
    return switch (pace) {
      case Pace.UpTo(var rate) -> rate.calls() * 1e9 / rate.window().toNanos();
      case Pace.Auto() -> Double.MAX_VALUE;
    };
  }
}
