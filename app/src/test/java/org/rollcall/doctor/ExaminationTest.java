package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rollcall.run.RunStopped;
import org.rollcall.survey.Reach;

class ExaminationTest {
  private final Examination examination = new Examination(Duration.ofMillis(200), System::nanoTime);

  @Test
  void a_check_that_hangs_or_breaks_spoils_no_other() throws InterruptedException {
    var never = new CountDownLatch(1);
    var findings =
        examination.of(
            List.of(
                check(
                    "Hanging",
                    () -> {
                      never.await();
                      return List.of();
                    }),
                check(
                    "Broken",
                    () -> {
                      throw new IllegalStateException("a secret");
                    }),
                check(
                    "Stopped",
                    () -> {
                      throw new RunStopped(RunStopped.Kind.FAILED, "Do this.");
                    }),
                check("Good", () -> List.of(new Finding.Good("Good", "Fine.")))));

    assertThat(findings)
        .extracting(Finding::subject)
        .containsExactly("Hanging", "Broken", "Stopped", "Good");
    assertThat(findings.getFirst().found()).startsWith("No answer came within");
    assertThat(findings.get(1).found()).isEqualTo("The check itself broke.");
    assertThat(findings.get(2).found()).isEqualTo("Do this.");
    assertThat(findings.getLast()).isInstanceOf(Finding.Good.class);
  }

  @Test
  void what_one_fault_hides_is_named_by_its_finding_and_not_tried() throws InterruptedException {
    var token =
        new Gate(
            wrong("Intercom token", "It is refused."),
            List.of(forbidden("Contacts"), forbidden("Custom attributes")));
    var way = new Gate(wrong("Way to Intercom", "Nobody listens."), List.of(token));
    var findings = examination.of(List.of(way, good("Free disk")));

    assertThat(findings)
        .extracting(Finding::subject)
        .containsExactly("Way to Intercom", "Free disk");
    assertThat(findings.getFirst().unseen())
        .containsExactly("Intercom token", "Contacts", "Custom attributes");
  }

  @Test
  void what_is_behind_a_check_is_looked_at_where_something_of_it_is_right()
      throws InterruptedException {
    var token =
        check(
            "Intercom token",
            () ->
                List.of(
                    new Finding.Good("Intercom token", "Opens it."),
                    new Finding.Wrong("Region", "Another.", "")));
    var nothing = check("Network", List::of);
    var findings =
        examination.of(
            List.of(
                new Gate(nothing, List.of(good("Store"))),
                new Gate(token, List.of(wrong("Contacts", "Forbidden."), good("Attributes")))));

    assertThat(findings)
        .extracting(Finding::subject)
        .containsExactly("Store", "Intercom token", "Region", "Contacts", "Attributes");
    assertThat(findings).allMatch(each -> each.unseen().isEmpty());
  }

  @Test
  void errors_that_say_the_same_of_several_tables_are_one() throws InterruptedException {
    var away = "%s could not be read in 1 try, the first time because it is away.";
    var findings =
        examination.of(
            List.of(
                wrong("Table members", away.formatted("Table members")),
                wrong("Table regions", away.formatted("Table regions")),
                good("Settings"),
                wrong("Eligible members", away.formatted("Table members")),
                wrong("Table positions", "positions lost its rows.")));

    assertThat(findings)
        .extracting(Finding::subject)
        .containsExactly("Table members", "Settings", "Table positions");
    assertThat(findings.getFirst().unseen()).containsExactly("Table regions", "Eligible members");
  }

  @Test
  void a_machine_without_a_network_has_one_fault() throws InterruptedException {
    var far = way("https://api.intercom.io", new Reach.NoSuchName());
    assertThat(network(far, way("postgresql://db.example.org:5432", new Reach.NoConnection())))
        .extracting(Finding::found)
        .containsExactly(
            "This machine reaches none of these servers: api.intercom.io, db.example.org:5432.");
    assertThat(network(far, way("postgresql://db.example.org:5432", new Reach.Untrusted())))
        .isEmpty();
    assertThat(network(far, way("http://localhost:3000", new Reach.NoConnection()))).isEmpty();
    assertThat(network(far)).isEmpty();
  }

  @Test
  void a_server_is_visited_once() throws InterruptedException {
    var visits = new AtomicInteger();
    var visitor =
        new FirstVisit(_ -> {
          visits.incrementAndGet();
          return new Reach.NoAnswer();
        });
    var address = URI.create("https://api.intercom.io");
    assertThat(visitor.visit(address)).isEqualTo(visitor.visit(address));
    assertThat(visits).hasValue(1);
  }

  private static List<Finding> network(ReachCheck... ways) throws InterruptedException {
    return new NetworkCheck(List.of(ways)).look();
  }

  private static ReachCheck way(String address, Reach reach) {
    return new ReachCheck("Server", "setting", URI.create(address), _ -> reach);
  }

  private static Check wrong(String subject, String found) {
    return check(subject, () -> List.of(new Finding.Wrong(subject, found, "")));
  }

  private static Check good(String subject) {
    return check(subject, () -> List.of(new Finding.Good(subject, "Fine.")));
  }

  private static Check forbidden(String subject) {
    return check(
        subject,
        () -> {
          throw new AssertionError(subject + " was looked at.");
        });
  }

  private interface Look {
    List<Finding> look() throws InterruptedException;
  }

  private static Check check(String subject, Look look) {
    return new Check() {
      @Override
      public String subject() {
        return subject;
      }

      @Override
      public List<Finding> look() throws InterruptedException {
        return look.look();
      }
    };
  }
}
