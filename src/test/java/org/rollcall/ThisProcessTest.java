package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThisProcessTest {
  @Test
  void a_process_of_this_machine_that_has_ended_is_known_to_be_dead() throws Exception {
    var process = new ProcessBuilder("sleep", "60").start();
    var name = named(process.pid());
    assertThat(ThisProcess.isDead(name)).isFalse();
    process.destroyForcibly().waitFor();
    assertThat(ThisProcess.isDead(name)).isTrue();
  }

  @Test
  void whoever_had_this_very_number_before_is_dead() {
    assertThat(ThisProcess.isDead(ThisProcess.name())).isTrue();
  }

  @Test
  void of_other_machines_nothing_is_known() {
    assertThat(ThisProcess.isDead("elsewhere.example.org, process 1")).isFalse();
    assertThat(ThisProcess.isDead(named(7) + " or so")).isFalse();
  }

  private static String named(long pid) {
    var own = ThisProcess.name();
    return own.substring(0, own.lastIndexOf(' ') + 1) + pid;
  }
}
