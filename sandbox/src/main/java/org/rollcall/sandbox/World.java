package org.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A workspace: its contacts, visible and hidden, and its custom attributes.
///
/// Thread-safe. A request is answered under the world's lock, so every answer shows one consistent
/// state.
public final class World {
  /// Sorts after every other id of contacts with the same creation time.
  private static final String LAST_ID = "\uffff";

  private final SandboxWorkspace workspace;
  private final Map<String, Chronicle> contacts = new HashMap<>();
  private final NavigableMap<Cursor.Position, StoredContact> listed = new TreeMap<>();
  private final NavigableMap<Cursor.Position, StoredContact> hidden = new TreeMap<>();
  private final ActivityLog activities = new ActivityLog();
  private final Map<String, Set<String>> byExternalId = new HashMap<>();
  private final Map<String, Set<String>> byEmail = new HashMap<>();

  /// Also holds contacts that have another e-mail now: a lagging search still finds them by the old
  /// one.
  private final Map<String, Set<String>> everByEmail = new HashMap<>();

  private final Map<String, StoredAttribute> attributes = new LinkedHashMap<>();
  private final List<Unlisted> unlisted = new ArrayList<>();
  private final BulkJobs jobs = new BulkJobs();
  private long nextId = 1;

  /// A world without contacts and without custom attributes.
  public World(SandboxWorkspace workspace) {
    this.workspace = workspace;
  }

  /// A world without contacts, with these text attributes.
  public static World withAttributes(SandboxWorkspace workspace, List<String> names) {
    var world = new World(workspace);
    names.forEach(world::define);
    return world;
  }

  /// The workspace of this world.
  public SandboxWorkspace workspace() {
    return workspace;
  }

  /// Stores a contact as it is and replaces the one with the same id; search sees it at once.
  public synchronized void put(StoredContact contact) {
    store(contact, Instant.MIN, Duration.ZERO);
  }

  /// An id that no contact has.
  public synchronized String newId() {
    String id;
    do {
      id = "65a0b1c2%016x".formatted(nextId++);
    } while (contacts.containsKey(id));
    return id;
  }

  /// The contact with that id, visible or hidden.
  public synchronized Optional<StoredContact> contact(String id) {
    return Optional.ofNullable(contacts.get(id)).map(Chronicle::current);
  }

  /// Every contact, visible or hidden, newest first.
  public synchronized List<StoredContact> contacts() {
    return contacts.values().stream()
        .map(Chronicle::current)
        .sorted(Comparator.comparing(Cursor.Position::of))
        .toList();
  }

  /// The contacts with that external id, visible or hidden.
  public synchronized List<StoredContact> withExternalId(String externalId) {
    return all(byExternalId.getOrDefault(externalId, Set.of()));
  }

  /// The contacts with that e-mail, regardless of letter case, visible or hidden.
  public synchronized List<StoredContact> withEmail(String email) {
    return all(byEmail.getOrDefault(StoredContact.key(email), Set.of()));
  }

  /// The custom attributes, in the order in which they were defined.
  public synchronized List<StoredAttribute> attributes() {
    return List.copyOf(attributes.values());
  }

  /// The custom attribute of that name.
  public synchronized Optional<StoredAttribute> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /// Defines a text attribute.
  public synchronized void define(String name) {
    define(StoredAttribute.text(newAttributeId(), name));
  }

  /// Defines an attribute, or replaces the one of the same name.
  public synchronized void define(StoredAttribute attribute) {
    attributes.put(attribute.name(), attribute);
  }

  /// An independent copy of this world.
  public synchronized World copy() {
    var copy = new World(workspace);
    contacts.values().forEach(chronicle -> copy.put(chronicle.current()));
    attributes.values().forEach(copy::define);
    copy.nextId = nextId;
    return copy;
  }

  /// Runs `work` under the world's lock and returns its result.
  synchronized <T> T atomically(Supplier<T> work) {
    return work.get();
  }

  synchronized int newAttributeId() {
    return attributes.values().stream().mapToInt(StoredAttribute::id).max().orElse(0) + 1;
  }

  /// Stores a contact at `now`; search sees it after `lag`.
  synchronized StoredContact store(StoredContact contact, Instant now, Duration lag) {
    var before = contacts.get(contact.id());
    if (before != null) {
      forget(before.current());
    }
    var chronicle = before == null ? Chronicle.of(contact, now) : before.then(contact, now, lag);
    contacts.put(contact.id(), chronicle);
    activities.note(Optional.ofNullable(before).map(Chronicle::current), contact);
    remember(contact);
    return contact;
  }

  /// The bulk jobs; they continue after the client has gone.
  BulkJobs jobs() {
    return jobs;
  }

  /// Leaves a contact out of the list until `until`; reading it by its id still finds it.
  synchronized void unlist(StoredContact contact, Instant until) {
    listed.remove(Cursor.Position.of(contact));
    unlisted.add(new Unlisted(contact.id(), until));
  }

  /// Lists the contacts whose delay has passed.
  synchronized void listDue(Instant now) {
    var due =
        unlisted.stream().collect(Collectors.partitioningBy(each -> !each.until().isAfter(now)));
    unlisted.clear();
    unlisted.addAll(due.getOrDefault(false, List.of()));
    due.getOrDefault(true, List.of())
        .forEach(each ->
            contact(each.id())
                .filter(StoredContact::isActive)
                .ifPresent(contact -> listed.put(Cursor.Position.of(contact), contact)));
  }

  private record Unlisted(String id, Instant until) {}

  /// The visible contacts after `last`, newest first; all of them if `last` is empty.
  synchronized Collection<StoredContact> listedAfter(Optional<Cursor.Position> last) {
    return last.map(position -> listed.tailMap(position, false)).orElse(listed).values();
  }

  synchronized int listedCount() {
    return listed.size();
  }

  /// The contacts after `last` that are not active, newest first; all of them if `last` is empty.
  synchronized Collection<StoredContact> hiddenAfter(Optional<Cursor.Position> last) {
    return last.map(position -> hidden.tailMap(position, false)).orElse(hidden).values();
  }

  synchronized int hiddenCount() {
    return hidden.size();
  }

  /// What happened to contacts.
  ActivityLog activities() {
    return activities;
  }

  /// What a search at `now` sees: the visible contacts as they were `lag` ago.
  ///
  /// @param email limits the result to contacts that ever had this e-mail; empty for no limit
  /// @param created limits the result to contacts created in this period
  synchronized List<StoredContact> searchable(
      Instant now, Duration lag, Optional<String> email, CreationPeriod created) {
    var seen = new ArrayList<StoredContact>();
    for (var chronicle : searched(email, created)) {
      if (listed.containsKey(Cursor.Position.of(chronicle.current()))) {
        chronicle.seenAt(now, lag).filter(StoredContact::isActive).ifPresent(seen::add);
      }
    }
    return seen;
  }

  private Collection<Chronicle> searched(Optional<String> email, CreationPeriod created) {
    return email
        .map(address -> everByEmail.getOrDefault(StoredContact.key(address), Set.of()))
        .<Collection<Chronicle>>map(
            ids -> ids.stream().flatMap(id -> Stream.ofNullable(contacts.get(id))).toList())
        .orElseGet(() -> searched(created));
  }

  /// Newest first, in the order of the list.
  private Collection<Chronicle> searched(CreationPeriod created) {
    if (created.from() > created.to()) {
      return List.of();
    }
    return created.equals(CreationPeriod.EVER)
        ? contacts.values()
        : listed
            .tailMap(new Cursor.Position(created.to(), LAST_ID), true)
            .headMap(new Cursor.Position(created.from(), ""), true)
            .values()
            .stream()
            .flatMap(contact -> Stream.ofNullable(contacts.get(contact.id())))
            .toList();
  }

  private List<StoredContact> all(Set<String> ids) {
    return ids.stream().sorted().flatMap(id -> contact(id).stream()).toList();
  }

  private void remember(StoredContact contact) {
    (contact.isActive() ? listed : hidden).put(Cursor.Position.of(contact), contact);
    contact.externalId().ifPresent(key -> enter(byExternalId, key, contact.id()));
    contact.emailKey().ifPresent(key -> enter(byEmail, key, contact.id()));
    contact.emailKey().ifPresent(key -> enter(everByEmail, key, contact.id()));
  }

  private void forget(StoredContact contact) {
    listed.remove(Cursor.Position.of(contact));
    hidden.remove(Cursor.Position.of(contact));
    contact.externalId().ifPresent(key -> strike(byExternalId, key, contact.id()));
    contact.emailKey().ifPresent(key -> strike(byEmail, key, contact.id()));
  }

  private static void enter(Map<String, Set<String>> index, String key, String id) {
    index.computeIfAbsent(key, _ -> new TreeSet<>()).add(id);
  }

  private static void strike(Map<String, Set<String>> index, String key, String id) {
    index.computeIfPresent(
        key,
        (_, ids) -> {
          ids.remove(id);
          return ids.isEmpty() ? null : ids;
        });
  }
}
