package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.survey.Reach;

class ReachCheckTest {
  @Test
  void thirty_seconds_are_near_enough_and_thirty_one_are_not() throws InterruptedException {
    assertThat(clock(Duration.ofSeconds(30))).isInstanceOf(Finding.Good.class);
    assertThat(clock(Duration.ofSeconds(-30))).isInstanceOf(Finding.Good.class);
    assertThat(clock(Duration.ofSeconds(-31)).found())
        .isEqualTo("This machine's clock is 31 seconds behind that of Intercom.");
  }

  @Test
  void every_way_to_fail_names_the_setting() throws InterruptedException {
    for (var reach :
        List.of(
            new Reach.NoSuchName(),
            new Reach.NoConnection(),
            new Reach.Untrusted(),
            new Reach.NoTls(),
            new Reach.Refused("100% sure"),
            new Reach.NoAnswer())) {
      var findings = look(reach);
      assertThat(findings).singleElement().isInstanceOf(Finding.Wrong.class);
      assertThat(findings.getFirst().found()).contains("api.intercom.io");
      assertThat(findings.getFirst().advice()).contains("intercom.region");
    }
  }

  @Test
  void in_the_clear_is_good_on_this_machine_and_nowhere_else() throws InterruptedException {
    assertThat(inTheClear("postgresql://db.example.org:5432").advice()).contains("sslmode=require");
    assertThat(inTheClear("postgresql://db.example.org:5432")).isInstanceOf(Finding.Warning.class);
    assertThat(inTheClear("postgresql://localhost:5432")).isInstanceOf(Finding.Good.class);
    assertThat(inTheClear("http://[::1]:5432")).isInstanceOf(Finding.Good.class);
  }

  private static Finding inTheClear(String address) throws InterruptedException {
    return new ReachCheck(
            "PostgreSQL",
            "DATABASE_URL",
            URI.create(address),
            _ -> new Reach.Answered(Optional.empty(), false))
        .look()
        .getFirst();
  }

  private static Finding clock(Duration ahead) throws InterruptedException {
    return look(new Reach.Answered(Optional.of(ahead), true)).getLast();
  }

  private static List<Finding> look(Reach reach) throws InterruptedException {
    return new ReachCheck(
            "Intercom", "intercom.region", URI.create("https://api.intercom.io"), _ -> reach)
        .look();
  }
}
