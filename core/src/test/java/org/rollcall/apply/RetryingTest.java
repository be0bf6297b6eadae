package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.user;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.support.HeardListener;
import org.rollcall.support.Outages;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.ScriptedGateway;

class RetryingTest {
  private static final Request UPDATE = new Request.Update(contactId("a1"), new TreeMap<>());
  private static final Reply DONE = new Reply.Accepted(user("a1", "1001", "ann@example.org"));
  private static final Reply LOST = new Reply.AnswerLost("The answer was lost.");
  private static final Reply DOWN = new Reply.Unavailable("HTTP 502.");

  private final RecordingWaiter waiter = new RecordingWaiter();
  private final HeardListener listener = new HeardListener();

  static List<Reply> settled() {
    return List.of(
        DONE,
        new Reply.Found(user("a1", "1001", "ann@example.org")),
        new Reply.Matches(List.of()),
        new Reply.Conflict(Optional.empty(), false, "conflict"),
        new Reply.Missing("missing"),
        new Reply.Merged(Optional.empty(), "merged"),
        new Reply.Blocked(contactId("a1"), "blocked"),
        new Reply.Unrestorable("gone"),
        new Reply.Refused(Optional.empty(), "", "refused"),
        new Reply.Denied("denied"),
        new Reply.Unsupported("no such call"),
        new Reply.Page(List.of(), Optional.empty(), 0),
        new Reply.Attributes(List.of()));
  }

  @ParameterizedTest
  @MethodSource("settled")
  void a_settled_answer_is_never_asked_for_twice(Reply reply) throws InterruptedException {
    var gateway = ScriptedGateway.answering(reply);
    assertThat(retrying(gateway).send(UPDATE).reply()).isEqualTo(reply);
    assertThat(gateway.asked()).hasSize(1);
    assertThat(waiter.waits()).isEmpty();
  }

  @Test
  void who_is_interrupted_knows_whether_anything_can_have_landed() {
    Waiter interrupted =
        _ -> {
          throw new InterruptedException();
        };
    var limited = new Reply.RateLimited(Duration.ofSeconds(1), "429");
    assertThatThrownBy(() -> retrying(ScriptedGateway.answering(limited), interrupted).send(UPDATE))
        .isInstanceOf(Unsent.class);
    assertThatThrownBy(() -> retrying(ScriptedGateway.answering(LOST), interrupted).send(UPDATE))
        .isExactlyInstanceOf(InterruptedException.class);
    var answers = new ArrayDeque<>(List.of(LOST));
    Gateway stopping =
        _ -> {
          if (answers.isEmpty()) {
            throw new Unsent("The run was stopped.");
          }
          return Answer.of(answers.remove());
        };
    assertThatThrownBy(() -> retrying(stopping, _ -> {}).send(UPDATE))
        .isExactlyInstanceOf(InterruptedException.class);
  }

  private Retrying retrying(Gateway gateway, Waiter pauses) {
    return new Retrying(gateway, Backoff.DEFAULT, pauses, () -> 0, Outages.patient(), listener);
  }

  @Test
  void what_is_transient_is_asked_again_with_growing_pauses() throws InterruptedException {
    var gateway = ScriptedGateway.answering(LOST, DOWN, DOWN, DONE);
    assertThat(retrying(gateway).send(UPDATE).reply()).isEqualTo(DONE);
    assertThat(gateway.asked()).containsOnly(UPDATE).hasSize(4);
    assertThat(waiter.waits())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(listener.heard())
        .containsExactly(
            "a contact's update, try 2 of 5 after PT1S: The answer was lost.",
            "a contact's update, try 3 of 5 after PT2S: HTTP 502.",
            "a contact's update, try 4 of 5 after PT4S: HTTP 502.");
  }

  @Test
  void after_the_last_try_the_last_answer_is_handed_on_as_it_came() throws InterruptedException {
    var gateway = ScriptedGateway.answering(DOWN, DOWN, DOWN, DOWN, LOST, DONE);
    assertThat(retrying(gateway).send(UPDATE).reply()).isEqualTo(LOST);
    assertThat(gateway.asked()).hasSize(5);
  }

  @Test
  void a_create_whose_answer_was_lost_is_repeated_and_meets_its_own_contact()
      throws InterruptedException {
    var conflict = new Reply.Conflict(Optional.of(contactId("a1")), false, "id=a1");
    var gateway = ScriptedGateway.answering(LOST, conflict);
    assertThat(retrying(gateway).send(new Request.Create(new TreeMap<>())).reply())
        .isEqualTo(conflict);
  }

  @Test
  void the_rate_limit_uses_up_no_try() throws InterruptedException {
    var limited = new Reply.RateLimited(Duration.ofSeconds(3), "slow down");
    var gateway =
        ScriptedGateway.answering(
            limited, limited, limited, limited, limited, limited, DOWN, limited, DOWN, DOWN, DOWN,
            DONE);
    assertThat(retrying(gateway).send(UPDATE).reply()).isEqualTo(DONE);
    assertThat(waiter.waits()).hasSize(11).startsWith(Duration.ofMillis(3_500));
  }

  @Test
  void a_wait_of_five_seconds_for_the_rate_limit_is_told() throws InterruptedException {
    var shortly = new Reply.RateLimited(Duration.ofSeconds(4), "slow down");
    var longer = new Reply.RateLimited(Duration.ofSeconds(5), "slow down");
    retrying(ScriptedGateway.answering(shortly, DONE)).send(UPDATE);
    assertThat(listener.heard()).isEmpty();
    retrying(ScriptedGateway.answering(longer, DONE)).send(UPDATE);
    assertThat(listener.heard())
        .containsExactly("a contact's update, refused by rate, waiting PT5.5S: slow down");
  }

  @Test
  void during_an_outage_nothing_is_sent_twice() throws InterruptedException {
    var outage = Outages.patient();
    for (int members = 0; members < 25; members++) {
      outage.ended(Outage.Admission.GO, "503");
    }
    var gateway = ScriptedGateway.answering(DOWN, DONE);
    var retrying = new Retrying(gateway, Backoff.DEFAULT, waiter, () -> 1, outage, listener);
    assertThat(retrying.send(UPDATE).reply()).isEqualTo(DOWN);
    assertThat(gateway.asked()).hasSize(1);
  }

  @Test
  void a_rate_limit_that_never_opens_is_given_up_in_the_end() throws InterruptedException {
    var limited = new Reply.RateLimited(Duration.ZERO, "slow down");
    var gateway = ScriptedGateway.answering(limited);
    assertThat(retrying(gateway).send(UPDATE).reply()).isEqualTo(limited);
    var waited = waiter.waits().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
  }

  private Retrying retrying(Gateway gateway) {
    return new Retrying(gateway, Backoff.DEFAULT, waiter, () -> 1, Outages.patient(), listener);
  }
}
