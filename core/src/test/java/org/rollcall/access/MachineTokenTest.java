package org.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.access.MachineToken.State;

class MachineTokenTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void at_its_end_it_has_expired_and_what_is_revoked_is_so_for_ever() {
    var token = token(Optional.of(EIGHT.plusSeconds(9)), Optional.empty());
    assertThat(token.state(EIGHT.plusSeconds(8))).isEqualTo(State.VALID);
    assertThat(token.state(EIGHT.plusSeconds(9))).isEqualTo(State.EXPIRED);
    assertThat(token.isValid(EIGHT.plusSeconds(9))).isFalse();
    assertThat(token(Optional.empty(), Optional.empty()).isValid(Instant.MAX)).isTrue();
    assertThat(token(Optional.empty(), Optional.of(EIGHT)).state(EIGHT)).isEqualTo(State.REVOKED);
  }

  @Test
  void a_name_is_one_word() {
    assertThat(MachineToken.isName("ci-2.main_x")).isTrue();
    assertThat(MachineToken.isName("a b")).isFalse();
    assertThat(MachineToken.isName("-x")).isFalse();
    assertThatThrownBy(() ->
            new MachineToken(
                "",
                AccessRole.ADMIN,
                EIGHT,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "viewer, viewer, true",
    "viewer, operator, false",
    "operator, viewer, true",
    "operator, admin, false",
    "admin, operator, true",
    "admin, admin, true"
  })
  void a_role_may_do_what_lesser_ones_may(String role, String other, boolean includes) {
    assertThat(AccessRole.of(role).orElseThrow().includes(AccessRole.of(other).orElseThrow()))
        .isEqualTo(includes);
  }

  @Test
  void texts_from_outside_are_cut_and_made_printable() {
    var entry = new AuditEntry(EIGHT, "a\nb", "x".repeat(9_999), "", "", AuditEntry.BEGUN);
    assertThat(entry.who()).isEqualTo("a\\u000ab");
    assertThat(entry.from()).hasSize(300).endsWith("…");
    assertThat(entry.ended(EIGHT.plusSeconds(1), "202").ending()).isEqualTo("202");
  }

  private static MachineToken token(Optional<Instant> expires, Optional<Instant> revoked) {
    return new MachineToken(
        "ci", AccessRole.VIEWER, EIGHT, "ops", expires, revoked, Optional.empty());
  }
}
