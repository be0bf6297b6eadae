package org.rollcall.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;

/// How Intercom's answers to bulk calls are interpreted.
class BulkRepliesTest {
  private static final Request MANY = new Request.CreateMany(List.of(), Optional.empty());
  private static final Request APPEND = new Request.CreateMany(List.of(), Optional.of("job_1"));
  private static final Request JOB = new Request.InspectJob("job_1");

  @Test
  void an_accepted_call_names_its_job() throws InterruptedException {
    var answer = Wires.json(202, job("running", task("pending", 3)));
    assertThat(reply(MANY, answer)).isEqualTo(new Reply.Job("job_1", false, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "pending, pending, pending, false, 0",
    "running, completed, running, false, 100",
    "running, completed, completed, false, 123",
    "completed, completed, completed_with_errors, true, 123",
    "completed_with_errors, completed, completed, true, 123",
    "completed, completed, running, false, 100",
    "something_new, completed, completed, false, 123"
  })
  void a_job_is_finished_when_it_says_so_and_none_of_its_tasks_is_under_way(
      String state, String first, String second, boolean finished, int settled)
      throws InterruptedException {
    var answer = Wires.json(200, job(state, task(first, 100) + "," + task(second, 23)));
    assertThat(reply(JOB, answer)).isEqualTo(new Reply.Job("job_1", finished, settled));
  }

  @Test
  void a_job_need_not_tell_of_tasks() throws InterruptedException {
    assertThat(reply(JOB, Wires.json(200, "{\"id\":7,\"state\":\"completed\"}")))
        .isEqualTo(new Reply.Job("7", true, 0));
  }

  @Test
  void a_success_that_names_no_job_is_an_answer_lost() throws InterruptedException {
    assertThat(reply(MANY, Wires.json(202, "{\"state\":\"running\"}")))
        .isInstanceOf(Reply.AnswerLost.class);
  }

  @Test
  void refusals_are_what_they_are_elsewhere() throws InterruptedException {
    assertThat(reply(APPEND, Wires.error(403, "forbidden", "job job_1 is closed")))
        .isEqualTo(new Reply.Denied("job job_1 is closed"));
    assertThat(reply(APPEND, Wires.error(404, "job_not_found", "no job_1")))
        .isEqualTo(new Reply.Missing("no job_1"));
    assertThat(reply(MANY, Wires.error(422, "parameter_invalid", "maximum number of contacts")))
        .isEqualTo(
            new Reply.Refused(Optional.empty(), "parameter_invalid", "maximum number of contacts"));
    assertThat(reply(MANY, Wires.html(502))).isInstanceOf(Reply.Unavailable.class);
  }

  private static Reply reply(Request request, WireAnswer answer) throws InterruptedException {
    return new HttpContacts(_ -> answer, Set.of(), () -> Instant.EPOCH).send(request).reply();
  }

  private static String job(String state, String tasks) {
    return """
    {"type":"contacts.bulk.job","id":"job_1","state":"%s","completed_at":null,"tasks":[%s]}\
    """
        .formatted(state, tasks);
  }

  private static String task(String state, int items) {
    return "{\"id\":\"task_1\",\"item_count\":%d,\"state\":\"%s\"}".formatted(items, state);
  }
}
