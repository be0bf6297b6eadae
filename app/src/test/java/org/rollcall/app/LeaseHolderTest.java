package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rollcall.store.LeaseRecord.Holder;

class LeaseHolderTest {
  private final LeaseHolder holder = new LeaseHolder();

  @Test
  void a_process_of_this_machine_that_has_ended_is_known_to_be_dead() throws Exception {
    var process = new ProcessBuilder("sleep", "60").start();
    var other = held("run-1", named(process.pid()));
    assertThat(holder.isDead(other)).isFalse();
    process.destroyForcibly().waitFor();
    assertThat(holder.isDead(other)).isTrue();
  }

  @Test
  void a_run_of_another_process_with_this_very_number_is_dead() {
    assertThat(holder.isDead(held("run-1", holder.name()))).isTrue();
  }

  @Test
  void a_run_of_this_process_lives_until_it_ends() {
    holder.begin("run-1");
    assertThat(holder.isDead(held("run-1", holder.name()))).isFalse();
    holder.end("run-1");
    assertThat(holder.isDead(held("run-1", holder.name()))).isTrue();
  }

  @Test
  void of_other_machines_nothing_is_known() {
    assertThat(holder.isDead(held("run-1", "elsewhere.example.org, process 1"))).isFalse();
    assertThat(holder.isDead(held("run-1", named(7) + " or so"))).isFalse();
  }

  private String named(long pid) {
    var own = holder.name();
    return own.substring(0, own.lastIndexOf(' ') + 1) + pid;
  }

  private static Holder held(String run, String name) {
    return new Holder(run, name, Instant.EPOCH);
  }
}
