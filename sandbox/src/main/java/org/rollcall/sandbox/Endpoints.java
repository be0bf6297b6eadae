package org.rollcall.sandbox;

import tools.jackson.databind.node.ObjectNode;

/// Passes every call that the sandbox knows to the class that answers it.
final class Endpoints {
  private final World world;
  private final ContactLookup lookup;
  private final ContactWrites writes;
  private final ContactMoves moves;
  private final LeadMerge merge;
  private final Listing listing;
  private final HiddenListing hidden;
  private final ActivityListing activities;
  private final ContactSearch search;
  private final Attributes attributes;
  private final Bulk bulk;

  Endpoints(World world, Behaviour behaviour) {
    var conflicts = new Conflicts(world, behaviour);
    this.world = world;
    this.lookup = new ContactLookup(world, behaviour);
    this.writes = new ContactWrites(world, behaviour, conflicts, lookup);
    this.moves = new ContactMoves(world, behaviour, conflicts, lookup);
    this.merge = new LeadMerge(world, behaviour, lookup);
    this.listing = new Listing(world, behaviour);
    this.hidden = new HiddenListing(world, behaviour, lookup);
    this.activities = new ActivityListing(world, behaviour, lookup);
    this.search = new ContactSearch(world, behaviour);
    this.attributes = new Attributes(world, behaviour);
    this.bulk = new Bulk(world, behaviour, writes);
  }

  /// The body of the answer.
  ///
  /// @throws Refusal when the answer is an error
  ObjectNode answer(Call call, CallInput input) {
    return world.atomically(() -> {
      bulk.work(input.now());
      return answerAlone(call, input);
    });
  }

  private ObjectNode answerAlone(Call call, CallInput input) {
    return switch (call) {
      case Call.ListContacts(var query) -> listing.list(query);
      case Call.ListHidden(var query) -> hidden.list(query, input);
      case Call.ListActivities(var query) -> activities.list(query, input);
      case Call.Search() -> search.search(input);
      case Call.Inspect(var id) -> lookup.inspect(id, input);
      case Call.Find(var externalId) -> lookup.find(externalId, input);
      case Call.Create() -> writes.create(input);
      case Call.Update(var id) -> writes.update(id, input);
      case Call.Move(var kind, var id) -> move(kind, id, input);
      case Call.Merge() -> merge.merge(input);
      case Call.CreateMany() -> bulk.create(input);
      case Call.UpdateMany() -> bulk.update(input);
      case Call.InspectJob(var id) -> bulk.inspect(id, input);
      case Call.ListAttributes(var query) -> attributes.list(query);
      case Call.CreateAttribute() -> attributes.create(input);
      case Call.UpdateAttribute(var id) -> attributes.update(id, input);
      case Call.Me() -> Me.show(world.workspace());
      case Call.Unknown() ->
          throw Refusal.of(404, "not_found", "The requested resource was not found");
    };
  }

  private ObjectNode move(CallKind kind, String id, CallInput input) {
    return switch (kind) {
      case ARCHIVE -> moves.archive(id, input);
      case UNARCHIVE -> moves.unarchive(id, input);
      case BLOCK -> moves.block(id, input);
      case UNBLOCK -> moves.unblock(id, input);
      case DELETE -> moves.delete(id, input);
      case LIST,
          HIDDEN,
          ACTIVITIES,
          SEARCH,
          INSPECT,
          FIND,
          CREATE,
          UPDATE,
          MERGE,
          BULK,
          JOB,
          ATTRIBUTES,
          WRITE_ATTRIBUTE,
          ME,
          OTHER ->
          throw new IllegalArgumentException(kind + " does not move a contact");
    };
  }
}
