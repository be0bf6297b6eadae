package org.rollcall.sandbox;

import tools.jackson.databind.node.ObjectNode;

/// Every call the sandbox knows, and who answers it.
final class Endpoints {
  private final World world;
  private final Reading reading;
  private final Writing writing;
  private final Moving moving;
  private final Merging merging;
  private final Listing listing;
  private final Searching searching;
  private final Attributes attributes;
  private final Bulk bulk;

  Endpoints(World world, Behaviour behaviour) {
    var conflicts = new Conflicts(world, behaviour);
    this.world = world;
    this.reading = new Reading(world, behaviour);
    this.writing = new Writing(world, behaviour, conflicts, reading);
    this.moving = new Moving(world, behaviour, conflicts, reading);
    this.merging = new Merging(world, behaviour, reading);
    this.listing = new Listing(world);
    this.searching = new Searching(world, behaviour);
    this.attributes = new Attributes(world);
    this.bulk = new Bulk(world, behaviour, writing);
  }

  /// The answer's body.
  ///
  /// @throws Refusal when the answer is no
  ObjectNode answer(Call call, Asked asked) {
    return world.atomically(() -> {
      bulk.work(asked.now());
      return answerAlone(call, asked);
    });
  }

  private ObjectNode answerAlone(Call call, Asked asked) {
    return switch (call) {
      case Call.ListContacts(var query) -> listing.list(query);
      case Call.Search() -> searching.search(asked);
      case Call.Inspect(var id) -> reading.inspect(id, asked);
      case Call.Find(var externalId) -> reading.find(externalId, asked);
      case Call.Create() -> writing.create(asked);
      case Call.Update(var id) -> writing.update(id, asked);
      case Call.Move(var kind, var id) -> move(kind, id, asked);
      case Call.Merge() -> merging.merge(asked);
      case Call.CreateMany() -> bulk.create(asked);
      case Call.InspectJob(var id) -> bulk.inspect(id, asked);
      case Call.ListAttributes(var query) -> attributes.list(query);
      case Call.CreateAttribute() -> attributes.create(asked);
      case Call.UpdateAttribute(var id) -> attributes.update(id, asked);
      case Call.Me() -> Me.show(world.workspace());
      case Call.Unknown() ->
          throw Refusal.of(404, "not_found", "The requested resource was not found");
    };
  }

  private ObjectNode move(CallKind kind, String id, Asked asked) {
    return switch (kind) {
      case ARCHIVE -> moving.archive(id, asked);
      case UNARCHIVE -> moving.unarchive(id, asked);
      case BLOCK -> moving.block(id, asked);
      case UNBLOCK -> moving.unblock(id, asked);
      case DELETE -> moving.delete(id, asked);
      case LIST,
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
          throw new IllegalArgumentException(kind + " moves nobody");
    };
  }
}
