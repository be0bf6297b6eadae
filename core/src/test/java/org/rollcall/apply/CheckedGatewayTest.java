package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.hidden;
import static org.rollcall.support.People.user;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Contact;
import org.rollcall.model.Profile;

class CheckedGatewayTest {
  private static final Reply ASKED = new Reply.Accepted(user("a", "101", "ann@example.org"));
  private static final Reply STRANGER = new Reply.Accepted(user("b", "102", "bob@example.org"));
  private static final Optional<Quota> QUOTA =
      Optional.of(new Quota(100, 99, Duration.ofSeconds(1)));

  private static final Beginning BEGAN = new Beginning(Instant.ofEpochSecond(1_700_000_000));
  private static final Contact OLD = made("old", 1_600_000_000);

  static List<Request> aboutOneContact() {
    var id = contactId("a");
    return List.of(
        new Request.Update(id, new TreeMap<>()),
        new Request.Archive(id),
        new Request.Unarchive(id),
        new Request.Block(id),
        new Request.Unblock(id),
        new Request.Merge(contactId("lead"), id),
        new Request.Inspect(id));
  }

  static List<Request> aboutNobodyKnown() {
    return List.of(
        new Request.FindByExternalId("101"),
        new Request.FindByEmail("ann@example.org"),
        new Request.ListContacts(Optional.empty()),
        new Request.InspectJob("1"));
  }

  @ParameterizedTest
  @MethodSource("aboutOneContact")
  void an_answer_about_another_contact_is_no_answer(Request request) throws InterruptedException {
    var answer = checked(request, STRANGER);
    assertThat(answer.reply())
        .isInstanceOfSatisfying(
            Reply.AnswerLost.class, lost -> assertThat(lost.text()).contains("with contact b"));
    assertThat(answer.requestId()).isEqualTo("r-1");
    assertThat(answer.quota()).isEqualTo(QUOTA);
    assertThat(checked(request, ASKED).reply()).isEqualTo(ASKED);
    var refused = new Reply.Missing("gone");
    assertThat(checked(request, refused).reply()).isEqualTo(refused);
  }

  @ParameterizedTest
  @MethodSource("aboutNobodyKnown")
  void where_nobody_was_asked_about_any_contact_may_be_the_answer(Request request)
      throws InterruptedException {
    assertThat(checked(request, STRANGER).reply()).isEqualTo(STRANGER);
  }

  @Test
  void a_contact_that_was_read_must_be_the_one_that_was_asked_for() throws InterruptedException {
    var found = new Reply.Found(user("b", "102", "bob@example.org"));
    assertThat(checked(new Request.Inspect(contactId("a")), found).reply())
        .isInstanceOf(Reply.AnswerLost.class);
  }

  static List<Reply> showingTheStranger() {
    var stranger = made("b", 0);
    return List.of(
        new Reply.Page(List.of(stranger), Optional.empty(), 1),
        new Reply.HiddenPage(List.of(hidden("b", "102", "archived")), Optional.empty(), 1, 0),
        new Reply.Found(stranger),
        new Reply.Matches(List.of(stranger)),
        new Reply.Accepted(stranger));
  }

  @ParameterizedTest
  @MethodSource("showingTheStranger")
  void a_contact_that_was_seen_before_is_not_the_one_just_made(Reply earlier)
      throws InterruptedException {
    var made = new Reply.Accepted(made("b", 1_700_000_001));
    var replies = List.of(earlier, made, new Reply.Accepted(made("c", 1_700_000_001))).iterator();
    var gateway = new CheckedGateway(_ -> Answer.of(replies.next()), BEGAN);
    gateway.send(new Request.ListContacts(Optional.empty()));
    assertThat(create(gateway))
        .isInstanceOfSatisfying(
            Reply.AnswerLost.class,
            lost -> assertThat(lost.text()).contains("contact b, which was there before"));
    assertThat(create(gateway)).isInstanceOf(Reply.Accepted.class);
  }

  @Test
  void two_creates_do_not_make_the_same_contact() throws InterruptedException {
    var gateway =
        new CheckedGateway(_ -> Answer.of(new Reply.Accepted(made("b", 1_700_000_001))), BEGAN);
    assertThat(create(gateway)).isInstanceOf(Reply.Accepted.class);
    assertThat(create(gateway)).isInstanceOf(Reply.AnswerLost.class);
  }

  @Test
  void a_contact_from_long_before_the_run_is_not_the_one_just_made() throws InterruptedException {
    var gateway = new CheckedGateway(_ -> Answer.of(new Reply.Accepted(OLD)), BEGAN);
    assertThat(create(gateway)).isInstanceOf(Reply.AnswerLost.class);
  }

  @Test
  void a_clock_that_is_hours_ahead_makes_no_contact_a_stranger() throws InterruptedException {
    var made = new Reply.Accepted(made("b", 1_700_000_000 - 12 * 3600));
    var gateway = new CheckedGateway(_ -> Answer.of(made), BEGAN);
    assertThat(create(gateway)).isInstanceOf(Reply.Accepted.class);
  }

  private static Reply create(CheckedGateway gateway) throws InterruptedException {
    return gateway.send(new Request.Create(new TreeMap<>())).reply();
  }

  private static Contact made(String id, long at) {
    return new Contact(contactId(id), Profile.EMPTY, at);
  }

  private static Answer checked(Request request, Reply reply) throws InterruptedException {
    return new CheckedGateway(_ -> new Answer(reply, "r-1", QUOTA), BEGAN).send(request);
  }
}
