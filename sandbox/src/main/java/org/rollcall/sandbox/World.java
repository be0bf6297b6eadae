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

/// A workspace and everybody in it: contacts that can be seen and contacts that cannot, and the
/// custom attributes.
///
/// Safe for use by many threads; a request is answered under the world's own lock, so every answer
/// shows a state that was.
public final class World {
  /// After every other among contacts of one moment.
  private static final String LAST_ID = "\uffff";

  private final SandboxWorkspace workspace;
  private final Map<String, Chronicle> contacts = new HashMap<>();
  private final NavigableMap<Cursor.Position, StoredContact> listed = new TreeMap<>();
  private final Map<String, Set<String>> byExternalId = new HashMap<>();
  private final Map<String, Set<String>> byEmail = new HashMap<>();

  /// Also those that have another e-mail by now: a search that lags still finds them by the old
  /// one.
  private final Map<String, Set<String>> everByEmail = new HashMap<>();

  private final Map<String, StoredAttribute> attributes = new LinkedHashMap<>();
  private final List<Unlisted> unlisted = new ArrayList<>();
  private final BulkJobs jobs = new BulkJobs();
  private long nextId = 1;

  /// A world with nobody in it and no custom attribute.
  public World(SandboxWorkspace workspace) {
    this.workspace = workspace;
  }

  /// A world with nobody in it that has these text attributes.
  public static World withAttributes(SandboxWorkspace workspace, List<String> names) {
    var world = new World(workspace);
    names.forEach(world::define);
    return world;
  }

  /// Whose world this is.
  public SandboxWorkspace workspace() {
    return workspace;
  }

  /// Puts a contact as it is, replacing the one of the same id; search sees it at once.
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

  /// The contact of that id, whether it can be seen or not.
  public synchronized Optional<StoredContact> contact(String id) {
    return Optional.ofNullable(contacts.get(id)).map(Chronicle::current);
  }

  /// Every contact, seen or not, newest first.
  public synchronized List<StoredContact> contacts() {
    return contacts.values().stream()
        .map(Chronicle::current)
        .sorted(Comparator.comparing(Cursor.Position::of))
        .toList();
  }

  /// The contacts with that external id, whether they can be seen or not.
  public synchronized List<StoredContact> withExternalId(String externalId) {
    return all(byExternalId.getOrDefault(externalId, Set.of()));
  }

  /// The contacts with that e-mail in any letter case, whether they can be seen or not.
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

  /// A world of its own that is like this one now.
  public synchronized World copy() {
    var copy = new World(workspace);
    contacts.values().forEach(chronicle -> copy.put(chronicle.current()));
    attributes.values().forEach(copy::define);
    copy.nextId = nextId;
    return copy;
  }

  /// What `work` gives, while nobody else sees or changes the world.
  synchronized <T> T atomically(Supplier<T> work) {
    return work.get();
  }

  synchronized int newAttributeId() {
    return attributes.values().stream().mapToInt(StoredAttribute::id).max().orElse(0) + 1;
  }

  /// Stores a contact written `now`; a search that lags by `lag` sees it that much later.
  synchronized StoredContact store(StoredContact contact, Instant now, Duration lag) {
    var before = contacts.get(contact.id());
    if (before != null) {
      forget(before.current());
    }
    var chronicle = before == null ? Chronicle.of(contact, now) : before.then(contact, now, lag);
    contacts.put(contact.id(), chronicle);
    remember(contact);
    return contact;
  }

  /// The bulk jobs: they go on though whoever asked for them is gone.
  BulkJobs jobs() {
    return jobs;
  }

  /// Leaves a contact out of the list until `until`; whoever asks for it by name finds it.
  synchronized void unlist(StoredContact contact, Instant until) {
    listed.remove(Cursor.Position.of(contact));
    unlisted.add(new Unlisted(contact.id(), until));
  }

  /// Lists the contacts whose time has come.
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

  /// The contacts that can be seen, newest first, from the one after `last`; from the first where
  /// that is empty.
  synchronized Collection<StoredContact> listedAfter(Optional<Cursor.Position> last) {
    return last.map(position -> listed.tailMap(position, false)).orElse(listed).values();
  }

  synchronized int listedCount() {
    return listed.size();
  }

  /// What a search made `now` knows of: contacts that can be seen, as they were `lag` ago.
  ///
  /// @param email leaves out all that never had this e-mail; empty to leave out nobody
  /// @param created leaves out all that were created at another time
  synchronized List<StoredContact> searchable(
      Instant now, Duration lag, Optional<String> email, Created created) {
    var seen = new ArrayList<StoredContact>();
    for (var chronicle : searched(email, created)) {
      if (listed.containsKey(Cursor.Position.of(chronicle.current()))) {
        chronicle.seenAt(now, lag).filter(StoredContact::isActive).ifPresent(seen::add);
      }
    }
    return seen;
  }

  private Collection<Chronicle> searched(Optional<String> email, Created created) {
    return email
        .map(address -> everByEmail.getOrDefault(StoredContact.key(address), Set.of()))
        .<Collection<Chronicle>>map(
            ids -> ids.stream().flatMap(id -> Stream.ofNullable(contacts.get(id))).toList())
        .orElseGet(() -> searched(created));
  }

  /// Newest first, as everybody is listed.
  private Collection<Chronicle> searched(Created created) {
    if (created.from() > created.to()) {
      return List.of();
    }
    return created.equals(Created.EVER)
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
    if (contact.isActive()) {
      listed.put(Cursor.Position.of(contact), contact);
    }
    contact.externalId().ifPresent(key -> enter(byExternalId, key, contact.id()));
    contact.emailKey().ifPresent(key -> enter(byEmail, key, contact.id()));
    contact.emailKey().ifPresent(key -> enter(everByEmail, key, contact.id()));
  }

  private void forget(StoredContact contact) {
    listed.remove(Cursor.Position.of(contact));
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
