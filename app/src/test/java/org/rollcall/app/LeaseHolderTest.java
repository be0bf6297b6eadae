package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaseHolderTest {
  @Test
  void a_process_of_this_machine_that_has_ended_is_known_to_be_dead() throws Exception {
    var process = new ProcessBuilder("sleep", "60").start();
    var name = named(process.pid());
    assertThat(LeaseHolder.isDead(name)).isFalse();
    process.destroyForcibly().waitFor();
    assertThat(LeaseHolder.isDead(name)).isTrue();
  }

  @Test
  void whoever_had_this_very_number_before_is_dead() {
    assertThat(LeaseHolder.isDead(LeaseHolder.name())).isTrue();
  }

  @Test
  void of_other_machines_nothing_is_known() {
    assertThat(LeaseHolder.isDead("elsewhere.example.org, process 1")).isFalse();
    assertThat(LeaseHolder.isDead(named(7) + " or so")).isFalse();
  }

  private static String named(long pid) {
    var own = LeaseHolder.name();
    return own.substring(0, own.lastIndexOf(' ') + 1) + pid;
  }
}
