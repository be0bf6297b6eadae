package org.rollcall.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Profile;
import org.rollcall.model.Role;
import org.rollcall.model.Wish;

/// A workspace of a few contacts, each of which can be seen, is archived, or is blocked.
public final class ShelfGateway implements Gateway {
  /// Where a contact stands.
  public enum Place {
    SEEN,
    ARCHIVED,
    BLOCKED
  }

  private final Map<ContactId, Contact> contacts = new LinkedHashMap<>();
  private final Map<ContactId, Place> places = new LinkedHashMap<>();
  private final List<Request> asked = new ArrayList<>();

  public ShelfGateway with(Contact contact, Place place) {
    contacts.put(contact.id(), contact);
    places.put(contact.id(), place);
    return this;
  }

  /// The requests so far.
  public List<Request> asked() {
    return List.copyOf(asked);
  }

  /// The contacts that can be seen.
  public List<Contact> seen() {
    return contacts.values().stream().filter(each -> isAt(each.id(), Place.SEEN)).toList();
  }

  /// Everything there is: where each contact stands, and what it holds.
  public Map<String, String> snapshot() {
    var snapshot = new TreeMap<String, String>();
    contacts.forEach((id, contact) ->
        snapshot.put(id.value(), places.get(id) + " " + contact.profile().values()));
    return snapshot;
  }

  @Override
  public Answer send(Request request) {
    asked.add(request);
    return Answer.of(reply(request));
  }

  private Reply reply(Request request) {
    return switch (request) {
      case Request.Create(var fields) -> create(fields);
      case Request.Update(var id, var fields) when isAt(id, Place.SEEN) -> {
        contacts.put(id, written(contacts.get(id), fields));
        yield new Reply.Accepted(contacts.get(id));
      }
      case Request.Archive(var id) when isAt(id, Place.SEEN) -> moved(id, Place.ARCHIVED);
      case Request.Block(var id) when isAt(id, Place.SEEN) -> moved(id, Place.BLOCKED);
      case Request.Unarchive(var id) when isAt(id, Place.BLOCKED) ->
          new Reply.Blocked(id, "not_restorable");
      case Request.Unarchive(var id) when isAt(id, Place.ARCHIVED) -> moved(id, Place.SEEN);
      case Request.Unblock(var id) when isAt(id, Place.BLOCKED) -> moved(id, Place.ARCHIVED);
      case Request.Merge(var lead, var user) when isAt(lead, Place.SEEN) -> {
        contacts.remove(lead);
        places.remove(lead);
        yield new Reply.Accepted(contacts.get(user));
      }
      case Request.Inspect(var id) when isAt(id, Place.SEEN) -> new Reply.Found(contacts.get(id));
      case Request.FindByExternalId(var number) ->
          new Reply.Matches(
              seen().stream()
                  .filter(each -> each.externalId().equals(Optional.of(number)))
                  .toList());
      case Request.FindByEmail(var email) ->
          new Reply.Matches(
              seen().stream().filter(each -> each.emailKey().equals(Optional.of(email))).toList());
      case Request _ -> new Reply.Missing("User Not Found");
    };
  }

  private Reply create(Map<FieldName, Wish> fields) {
    var number =
        fields.get(FieldName.EXTERNAL_ID) instanceof Wish.Put(var value) ? value.shown() : "";
    for (var each : contacts.values()) {
      if (each.role() == Role.USER && each.externalId().equals(Optional.of(number))) {
        return new Reply.Conflict(
            Optional.of(each.id()), !isAt(each.id(), Place.SEEN), "already exists");
      }
    }
    var id = new ContactId("made-" + (contacts.size() + 1));
    with(written(new Contact(id, Profile.EMPTY, 1_800_000_000), new TreeMap<>(fields)), Place.SEEN);
    return new Reply.Accepted(contacts.get(id));
  }

  private Reply moved(ContactId id, Place place) {
    places.put(id, place);
    return new Reply.Accepted(contacts.get(id));
  }

  private boolean isAt(ContactId id, Place place) {
    return places.get(id) == place;
  }

  private static Contact written(Contact contact, Map<FieldName, Wish> fields) {
    var values = new TreeMap<>(contact.profile().values());
    fields.forEach((field, wish) -> {
      switch (wish) {
        case Wish.Put(var value) -> values.put(field, value);
        case Wish.Clear _ -> values.remove(field);
        case Wish.Leave _ -> {}
      }
    });
    return new Contact(contact.id(), Profile.of(values), contact.createdAt());
  }
}
