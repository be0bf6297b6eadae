package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Span;
import org.rollcall.model.Wish;

/// One call to Intercom.
public sealed interface Request {
  /// Whether it changes anything in the workspace.
  default boolean writes() {
    return switch (this) {
      case Write _, CreateMany _, UpdateMany _ -> true;
      case OfContact _, OfWorkspace _, InspectJob _ -> false;
    };
  }

  /// A call on behalf of one member: what recovery asks and reads.
  sealed interface OfContact extends Request {
    /// The contact that is asked about; empty where the call makes one or looks for one.
    default Optional<ContactId> contact() {
      return switch (this) {
        case Update(var id, _) -> Optional.of(id);
        case Archive(var id) -> Optional.of(id);
        case Unarchive(var id) -> Optional.of(id);
        case Block(var id) -> Optional.of(id);
        case Unblock(var id) -> Optional.of(id);
        case Merge(var lead, _) -> Optional.of(lead);
        case Inspect(var id) -> Optional.of(id);
        case Create _, FindByExternalId _, FindByEmail _ -> Optional.empty();
      };
    }

    /// The same call, less `field` where it would send it.
    default OfContact without(FieldName field) {
      return this;
    }
  }

  /// A call that reads the workspace and changes nothing.
  sealed interface OfWorkspace extends Request {}

  /// A call about many contacts, which Intercom works off later.
  sealed interface OfMany extends Request {}

  /// A call that changes a contact.
  sealed interface Write extends OfContact {}

  /// Makes a contact. Fields to clear or leave are not sent: a new contact has none.
  record Create(SortedMap<FieldName, Wish> fields) implements Write {
    @Override
    public Create without(FieldName field) {
      return new Create(less(fields, field));
    }
  }

  /// Changes these fields of a contact and no others; a field to clear is sent as `null`.
  record Update(ContactId id, SortedMap<FieldName, Wish> fields) implements Write {
    @Override
    public Update without(FieldName field) {
      return new Update(id, less(fields, field));
    }
  }

  /// Hides a contact, reversibly.
  record Archive(ContactId id) implements Write {}

  /// Brings an archived contact back.
  record Unarchive(ContactId id) implements Write {}

  /// Blocks a contact again that was unblocked and turned out to be somebody else's.
  record Block(ContactId id) implements Write {}

  /// Lets a blocked contact be brought back, where Intercom offers it; no documented version does.
  record Unblock(ContactId id) implements Write {}

  /// Moves a lead's conversations into a user; the lead is gone afterwards.
  record Merge(ContactId lead, ContactId user) implements Write {}

  /// Reads one contact.
  record Inspect(ContactId id) implements OfContact {}

  /// Looks a user up by external id.
  record FindByExternalId(String externalId) implements OfContact {}

  /// Looks contacts up by e-mail; lags behind writes, so an empty answer proves nothing.
  record FindByEmail(String email) implements OfContact {}

  /// One page of all contacts that are neither archived nor merged.
  ///
  /// @param cursor where the page begins; empty for the first
  /// @param size the most contacts on the page
  record ListContacts(Optional<String> cursor, int size) implements OfWorkspace {
    /// The most that Intercom gives.
    public static final int LARGEST = 150;

    /// A page as large as Intercom gives it.
    public ListContacts(Optional<String> cursor) {
      this(cursor, LARGEST);
    }
  }

  /// One page of the contacts that are not active: archived, blocked, merged or deleted. Not every
  /// version has the list.
  ///
  /// @param cursor where the page begins; empty for the first
  /// @param size the most contacts on the page
  record ListHidden(Optional<String> cursor, int size) implements OfWorkspace {}

  /// One page of the contacts that were created in a span of time, by Intercom's search: it lags
  /// behind writes, so what it does not show may be there all the same.
  ///
  /// @param newestFirst whether the page begins with the newest
  /// @param cursor where the page begins; empty for the first
  record ListCreated(Span span, boolean newestFirst, Optional<String> cursor)
      implements OfWorkspace {}

  /// All contact attributes, archived ones included.
  record ListAttributes() implements OfWorkspace {}

  /// Whose token this is and of which workspace.
  record Identify() implements OfWorkspace {}

  /// Makes up to a hundred contacts, strictly: Intercom passes over whoever has an external id or
  /// an e-mail that another contact has, an archived one too, and does not say whom.
  ///
  /// @param contacts the fields of each, as for [Create]
  /// @param job the job to add them to; empty for a new one
  record CreateMany(List<SortedMap<FieldName, Wish>> contacts, Optional<String> job)
      implements OfMany {
    public CreateMany {
      contacts = List.copyOf(contacts);
    }
  }

  /// Changes up to a hundred contacts, which are known by their ids. Intercom does not say which of
  /// them it passed over. It takes no roles.
  ///
  /// @param updates the fields of each
  /// @param job the job to add them to; empty for a new one
  record UpdateMany(List<Update> updates, Optional<String> job) implements OfMany {
    public UpdateMany {
      updates = List.copyOf(updates);
    }
  }

  /// How far a job is.
  record InspectJob(String job) implements OfMany {}

  private static SortedMap<FieldName, Wish> less(
      SortedMap<FieldName, Wish> fields, FieldName field) {
    var fewer = new TreeMap<>(fields);
    fewer.remove(field);
    return fewer;
  }
}
