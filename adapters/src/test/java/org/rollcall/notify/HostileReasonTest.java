package org.rollcall.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rollcall.model.PrintableText;

/// A reason that quotes an answer which was written to harm whoever reads the message.
class HostileReasonTest {
  private static final Message MESSAGE =
      Messages.failing(
          "Intercom refuses: \u001b]52;c;aGk=\u0007\r\n*Rollcall: all is well*\u202e\u2028");

  @Test
  void its_lines_stay_its_lines() {
    assertThat(MESSAGE.lines())
        .allMatch(line -> line.codePoints().allMatch(PrintableText::isPrintable))
        .contains(
            "Intercom refuses: \\u001b]52;c;aGk=\\u0007\\u000d\\u000a*Rollcall: all is well*\\u202e\\u2028");
  }

  @Test
  void a_program_gets_nothing_else() {
    assertThat(MESSAGE.json().codePoints().allMatch(PrintableText::isPrintable)).isTrue();
  }
}
