package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {
  private static final RosterName NORTH = new RosterName("https://ref.supabase.co public.north");
  private static final Target TARGET =
      new Target(NORTH, new Workspace("ab12", "Example Union", "US"));

  @Test
  void a_workspace_that_is_called_otherwise_remains_the_same_target() {
    var renamed = new Target(NORTH, new Workspace("ab12", "Another Name", ""));
    assertThat(renamed.isSameAs(TARGET)).isTrue();
    assertThat(renamed.key()).isEqualTo(TARGET.key()).matches("[0-9a-f]{16}");
  }

  @Test
  void another_roster_or_another_workspace_is_another_target() {
    var south = new RosterName("https://ref.supabase.co public.south");
    assertThat(new Target(south, TARGET.workspace()).isSameAs(TARGET)).isFalse();
    assertThat(new Target(NORTH, new Workspace("cd34", "Example Union", "US")).isSameAs(TARGET))
        .isFalse();
  }

  @Test
  void a_person_reads_both_sides() {
    assertThat(TARGET)
        .hasToString("https://ref.supabase.co public.north into workspace ab12 (Example Union)");
    assertThat(new Workspace("", "", "")).hasToString("workspace of unknown id");
  }
}
