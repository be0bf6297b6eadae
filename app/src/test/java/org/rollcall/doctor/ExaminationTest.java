package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.rollcall.run.RunStopped;

class ExaminationTest {
  private final Examination examination = new Examination(Duration.ofMillis(200));

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
