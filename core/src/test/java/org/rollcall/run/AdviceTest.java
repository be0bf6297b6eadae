package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.plan.Gist;
import org.rollcall.support.Pages;

class AdviceTest {
  private static final String TABLE = "core/src/main/resources/org/rollcall/run/advice.md";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Contact 654b2f belongs to member 10007 and was not touched; two members seem to share an e-mail. | Correct the address of one of them in the roster.
          The roster has no e-mail address. | Correct it in the roster: the column should hold one address and nothing else.
          Contact 654b2f is blocked; unblock in Intercom: Settings › Spam › Blocked people. | Unblock the person there; the next run restores the contact.
          Not reached: the run was stopped before this member. | The next run writes them.
          """)
  void a_reason_has_its_advice_and_so_has_its_gist(String reason, String advice) {
    assertThat(Advice.on(reason)).contains(advice);
    assertThat(Advice.on(Gist.of(reason))).contains(advice);
  }

  @Test
  void a_reason_that_nobody_knows_has_none() {
    assertThat(Advice.on("")).isEmpty();
    assertThat(Advice.on("Something else went wrong with contact 654b2f.")).isEmpty();
  }

  @Test
  void it_is_plain_text() {
    assertThat(
            Pages.rows(TABLE)
                .skip(1)
                .map(row -> first(row))
                .flatMap(each -> Advice.on(each).stream()))
        .hasSizeGreaterThan(30)
        .allSatisfy(text -> assertThat(text).doesNotContain("`", "](").endsWith("."));
  }

  @Test
  void the_page_on_troubleshooting_has_the_same_rows() {
    assertThat(Pages.rows("docs/troubleshooting.md").toList())
        .containsAll(Pages.rows(TABLE).skip(1).toList());
  }

  /// The first message of a row, with something for what differs.
  private static String first(List<String> row) {
    return row.getFirst().replaceFirst("[^`]*`([^`]+)`.*", "$1").replace("…", "x9x9");
  }
}
