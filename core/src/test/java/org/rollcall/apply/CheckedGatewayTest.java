package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.user;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckedGatewayTest {
  private static final Reply ASKED = new Reply.Accepted(user("a", "101", "ann@example.org"));
  private static final Reply STRANGER = new Reply.Accepted(user("b", "102", "bob@example.org"));
  private static final Optional<Quota> QUOTA =
      Optional.of(new Quota(100, 99, Duration.ofSeconds(1)));

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
        new Request.Create(new TreeMap<>()),
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

  private static Answer checked(Request request, Reply reply) throws InterruptedException {
    return new CheckedGateway(_ -> new Answer(reply, "r-1", QUOTA)).send(request);
  }
}
