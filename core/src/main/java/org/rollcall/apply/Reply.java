package org.rollcall.apply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.Workspace;

/// What Intercom answered, in Rollcall's words. Everything it may answer is one of these.
///
/// Texts are Intercom's own message or a sentence on what happened; they hold no token.
public sealed interface Reply {
  /// Ask again later: the retry's business. Nothing is known to be wrong with the request.
  sealed interface Transient extends Reply {
    /// What happened, for the person who reads the report.
    String text();
  }

  /// Asking again would bring the same answer: recovery's business.
  sealed interface Settled extends Reply {}

  /// The answer to a request that is about no single contact.
  sealed interface Surveyed extends Settled {}

  /// Too many requests; the window opens again after `pause`.
  record RateLimited(Duration pause, String text) implements Transient {}

  /// Intercom or something before it is out of order: 5xx, or a firewall's page instead of JSON.
  record Unavailable(String text) implements Transient {}

  /// No whole answer came back: timeout, reset, cut JSON. A write may have landed.
  record AnswerLost(String text) implements Transient {}

  /// The write was done; this is the contact as Intercom now has it. An archive's, unarchive's or
  /// unblock's answer may hold no more than the contact's id and external id.
  record Accepted(Contact contact) implements Settled {}

  /// The contact asked for, by id or external id.
  record Found(Contact contact) implements Settled {}

  /// The contacts that a search found, users and leads; perhaps none.
  ///
  /// @param gaps entries that hold nothing. A search is never proof, so they are left out
  record Matches(List<Contact> contacts, int gaps) implements Settled {
    public Matches {
      contacts = List.copyOf(contacts);
    }

    /// Entries that are all contacts.
    public Matches(List<Contact> contacts) {
      this(contacts, 0);
    }
  }

  /// Another contact already has the external id or the e-mail.
  ///
  /// @param id the other contact's id, where the message named it
  /// @param archived whether the message says that the other contact is archived
  record Conflict(Optional<ContactId> id, boolean archived, String text) implements Settled {}

  /// No such contact: never there, deleted, or archived; Intercom does not say which.
  record Missing(String text) implements Settled {}

  /// The contact was merged into another.
  ///
  /// @param survivor the other contact, where Intercom told it
  record Merged(Optional<ContactId> survivor, String text) implements Settled {}

  /// The contact is blocked and must be unblocked before it can be brought back.
  record Blocked(ContactId id, String text) implements Settled {}

  /// The contact can never be brought back: merged away or marked for deletion.
  record Unrestorable(String text) implements Settled {}

  /// Intercom will not take the request as it is.
  ///
  /// @param field the field at fault, where the answer named one that was sent
  /// @param code Intercom's error code; `""` where there was none
  record Refused(Optional<FieldName> field, String code, String text) implements Settled {
    /// The code where the workspace's plan, and not the request, is the reason.
    public static final String PLAN = "api_plan_restricted";
  }

  /// Intercom may not be used like this, and no other request will fare better.
  ///
  /// @param blame what it is about
  record Denied(Blame blame, String text) implements Settled {
    /// The token is at fault.
    public Denied(String text) {
      this(Blame.TOKEN, text);
    }

    /// What a denial is about.
    public enum Blame {
      /// The token is wrong, or lacks a permission.
      TOKEN,
      /// The address: the server there is nobody to send a token to.
      ADDRESS,
      /// The token is right, but the workspace is in another region, or its plan lacks the call.
      WORKSPACE
    }
  }

  /// Intercom has no such call.
  record Unsupported(String text) implements Settled {}

  /// One page of contacts.
  ///
  /// @param next the next page's cursor; empty on the last page
  /// @param total how many contacts Intercom says there are; -1 where it does not say
  /// @param gaps entries that hold nothing. Each may stand for a contact that is not shown, or for
  ///   none
  record Page(List<Contact> contacts, Optional<String> next, long total, int gaps)
      implements Surveyed {
    public Page {
      contacts = List.copyOf(contacts);
    }

    /// A page whose entries are all contacts.
    public Page(List<Contact> contacts, Optional<String> next, long total) {
      this(contacts, next, total, 0);
    }
  }

  /// One page of the contacts that are not active.
  ///
  /// @param next the next page's cursor; empty on the last page
  /// @param total how many contacts Intercom says there are; -1 where it does not say
  /// @param gaps entries that name no contact
  record HiddenPage(List<HiddenContact> contacts, Optional<String> next, long total, int gaps)
      implements Surveyed {
    public HiddenPage {
      contacts = List.copyOf(contacts);
    }
  }

  /// The workspace's contact attributes.
  record Attributes(List<DataAttribute> attributes) implements Surveyed {
    public Attributes {
      attributes = List.copyOf(attributes);
    }
  }

  /// Whose token it is.
  record Identity(Workspace account) implements Surveyed {}

  /// A bulk job.
  ///
  /// @param finished whether Intercom says that nothing is left to do
  /// @param settled contacts in tasks that are finished, as far as Intercom counts them
  record Job(String id, boolean finished, int settled) implements Surveyed {}
}
