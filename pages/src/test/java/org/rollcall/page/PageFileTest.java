package org.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.plan.Difference;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunEntry;
import org.rollcall.review.RunSheet;
import org.rollcall.review.SettledAs;
import org.rollcall.review.Unended;
import org.rollcall.run.Totals;

/// A page is one file, shows what it is given, and lets nobody's text become a part of the page.
class PageFileTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final Target TARGET =
      new Target(new RosterName("roster"), new Workspace("ab12", "Example Union", "US"));
  private static final String HOSTILE = "</script><script>alert(1)</script>\" onload=x <b>&amp;";

  private static RunSheet run(String value) {
    return new RunSheet(
        "run-7",
        SyncName.DEFAULT,
        Optional.of(TARGET),
        EIGHT,
        Optional.of(EIGHT.plusSeconds(61)),
        Optional.of(EndedAs.PARTIAL),
        Optional.of("Ana Diaz <ana@example.org> " + value),
        false,
        Optional.of(new Totals(20, 1, 1, 16, 1, 1, 2, 0)),
        31,
        List.of(
            entry("10001", SettledAs.UPDATED, "", value),
            entry("10002", SettledAs.FAILED, "Contact 6745ab1 refused ana@example.org.", value),
            entry(
                "10003",
                SettledAs.FAILED,
                "Contact 6745ab2 belongs to member 10007 and was not touched.",
                value)));
  }

  private static RunEntry entry(String member, SettledAs ending, String reason, String value) {
    return new RunEntry(
        new MemberId(member),
        "ana@example.org",
        "Ana Diaz",
        Optional.of(ending),
        reason,
        Optional.of(new ContactId("c-1")),
        List.of(
            new Difference(FieldName.attribute("region"), value, "GL"),
            new Difference(FieldName.NAME, "Ana Diaz", "")),
        List.of(),
        "req-1");
  }

  private static JournaledRun night(String run, EndedAs ending, Totals totals) {
    return new JournaledRun(
        run,
        SyncName.DEFAULT,
        Optional.of(TARGET),
        "sync",
        Optional.empty(),
        "digest",
        EIGHT,
        Optional.of(EIGHT),
        Optional.of(ending),
        Optional.empty(),
        Optional.empty(),
        Optional.of(totals),
        3,
        Unended.UNKNOWN);
  }

  private static String written(Page page) throws IOException {
    var out = new ByteArrayOutputStream();
    PageFile.write(page, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String written(Privacy privacy, String value) throws IOException {
    var nights =
        List.of(
            night("run-7", EndedAs.PARTIAL, new Totals(20, 1, 1, 16, 1, 1, 2, 0)),
            night("run-6", EndedAs.REFUSED, Totals.NONE));
    return written(new RunPage(privacy).of(run(value), nights));
  }

  @Test
  void it_shows_what_happened_and_what_needs_a_look() throws IOException {
    assertThat(written(Privacy.SHOW, "NGL"))
        .contains("Run run-7", "Finished; some members need a look", "Example Union")
        .contains("<b>1</b> failed", "<del>NGL</del>", "<ins>GL</ins>")
        .contains("Contact 6745ab1 refused ana@example.org.")
        .contains("Correct the address of one of them in the roster.")
        .contains("23 November, 08:00: refused; 0 created, 0 updated, 0 failed");
  }

  @Test
  void it_names_nobody_where_people_are_masked() throws IOException {
    assertThat(written(Privacy.MASK, "NGL"))
        .doesNotContain("ana@example.org", "<del>Ana Diaz</del>")
        .contains("a***@example.org", "A*** D***");
  }

  @Test
  void what_others_wrote_stays_a_text() throws IOException {
    var page = written(Privacy.SHOW, HOSTILE);
    assertThat(page)
        .doesNotContain("alert(1)</script>", "<b>&amp;")
        .contains("&lt;script&gt;alert(1)");
    assertThat(page.split("<script", -1)).hasSize(2);
  }

  @Test
  void a_browser_asks_nobody_and_runs_only_the_script_of_the_page() throws IOException {
    var page = written(Privacy.SHOW, "NGL");
    assertThat(page)
        .contains("default-src 'none'; style-src 'sha256-")
        .contains(Embedded.SCRIPT.digest(), Embedded.STYLE.digest())
        .doesNotContainPattern(Pattern.compile("\\b(src|href|style|on[a-z]+)="))
        .doesNotContain("http://", "https://", "@import", "url(");
  }
}
