package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.user;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.Span;
import org.rollcall.model.Workspace;

/// No person has to know the program's own names to read what it says of a reply or a request.
class ReplyWordsTest {
  private static final Contact CONTACT = user("a", "101", "ann@example.org");
  private static final ContactId ID = contactId("a");

  private static final List<Reply> REPLIES =
      List.of(
          new Reply.RateLimited(Duration.ZERO, "text"),
          new Reply.Unavailable("text"),
          new Reply.AnswerLost("text"),
          new Reply.Accepted(CONTACT),
          new Reply.Found(CONTACT),
          new Reply.Matches(List.of(CONTACT)),
          new Reply.Conflict(Optional.of(ID), false, "text"),
          new Reply.Conflict(Optional.of(ID), true, "text"),
          new Reply.Missing("text"),
          new Reply.Merged(Optional.of(ID), "text"),
          new Reply.Blocked(ID, "text"),
          new Reply.Unrestorable("text"),
          new Reply.Refused(Optional.empty(), "code", "text"),
          new Reply.Denied("text"),
          new Reply.Unsupported("text"),
          new Reply.Page(List.of(CONTACT), Optional.empty(), 1),
          new Reply.HiddenPage(List.of(), Optional.empty(), 0, 0),
          new Reply.Attributes(List.of()),
          new Reply.Identity(new Workspace("ab12", "Example Union", "US")),
          new Reply.Job("job", false, 0));

  private static final List<Request> REQUESTS =
      List.of(
          new Request.Create(new TreeMap<>()),
          new Request.Update(ID, new TreeMap<>()),
          new Request.Archive(ID),
          new Request.Unarchive(ID),
          new Request.Block(ID),
          new Request.Unblock(ID),
          new Request.Merge(ID, ID),
          new Request.Inspect(ID),
          new Request.FindByExternalId("101"),
          new Request.FindByEmail("ann@example.org"),
          new Request.CreateMany(List.of(), Optional.empty()),
          new Request.UpdateMany(List.of(), Optional.empty()),
          new Request.InspectJob("job"),
          new Request.ListHidden(Optional.empty(), 150),
          new Request.ListCreated(Span.ALL, false, Optional.empty()),
          new Request.ListContacts(Optional.empty()),
          new Request.ListAttributes(),
          new Request.Identify());

  @Test
  void every_reply_has_words() {
    var kinds = kinds(Reply.class).toList();
    assertThat(REPLIES.stream().<Class<?>>map(Reply::getClass)).containsAll(kinds);
  }

  @Test
  void every_request_has_words() {
    var kinds = kinds(Request.class).toList();
    assertThat(REQUESTS.stream().<Class<?>>map(Request::getClass)).containsAll(kinds);
  }

  @Test
  void no_two_replies_and_no_two_requests_are_called_alike() {
    assertThat(REPLIES).extracting(ReplyWords::of).doesNotHaveDuplicates();
    assertThat(REQUESTS).extracting(RequestWords::of).doesNotHaveDuplicates();
  }

  @Test
  void no_words_are_a_class_name_or_hold_what_was_sent() {
    var words =
        Stream.concat(
            REPLIES.stream().map(ReplyWords::of), REQUESTS.stream().map(RequestWords::of));
    assertThat(words)
        .allSatisfy(each ->
            assertThat(each).matches("(a|an|the|no) [a-z' -]+").doesNotContain("ann@", "101"));
  }

  @Test
  void conflicts_are_told_apart() {
    assertThat(ReplyWords.of(new Reply.Conflict(Optional.empty(), true, "text")))
        .isEqualTo("a conflict with an archived contact");
    assertThat(ReplyWords.of(new Reply.Conflict(Optional.empty(), false, "text")))
        .isEqualTo("a conflict with an active contact");
  }

  /// The records under a sealed interface.
  private static Stream<Class<?>> kinds(Class<?> sealed) {
    var below = sealed.getPermittedSubclasses();
    return below == null
        ? Stream.of(sealed)
        : Stream.of(below).flatMap(ReplyWordsTest::kinds).distinct();
  }
}
