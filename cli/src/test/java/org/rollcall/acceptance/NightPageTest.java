package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.ShellRun;
import org.rollcall.sandbox.SampleRoster;

/// The page of a night, as a browser shows it. With `-Drollcall.golden=write` it also takes the
/// picture in docs.
@Tag("slow")
class NightPageTest {
  private static final Pattern PERSON = Pattern.compile("[a-z]{3,}\\d*@example\\.org");
  private static final Pattern COMPLAINT =
      Pattern.compile("(?i)content security policy|uncaught|refused to");

  private static final int NIGHTS = 4;

  @TempDir private static Path folder;
  private static Stage stage;

  @BeforeAll
  static void some_nights_pass() throws Exception {
    stage = new Stage(SampleRoster.of(120), folder);
    assertThat(stage.rollcall("sync").code()).isZero();
    for (int night = 1; night < NIGHTS; night++) {
      stage.later(Duration.ofDays(1));
      moveSome(night);
      assertThat(stage.rollcall("sync").code()).isZero();
    }
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void a_night_is_looked_at_in_a_browser() throws Exception {
    stage.later(Duration.ofDays(1));
    moveSome(9);
    stage.sql("update members set email = 'no address' where membernumber = '9013'");
    stage.sql(
        "insert into members(membernumber, firstname, lastname, username, email, status, membertypeid)"
            + " select '99990001', 'New', 'Member', 'n', email, 'Active', 6 from members"
            + " where membernumber = '9001'");
    var page = folder.resolve("night.html");
    var figures = folder.resolve("rollcall.prom");
    var ran =
        stage.rollcall(
            "sync",
            "--html",
            page.toString(),
            "--metrics",
            figures.toString(),
            "--privacy",
            "mask");
    assertThat(ran.code()).as(ran.err()).isEqualTo(3);
    assertThat(Files.readString(figures))
        .contains("rollcall_run_last_success_timestamp_seconds{", "outcome=\"failed\"");

    var text = Files.readString(page);
    assertThat(text)
        .doesNotContainPattern(PERSON)
        .contains("The last %d runs".formatted(NIGHTS + 1));
    assertThat(Files.getPosixFilePermissions(page).toString()).contains("GROUP_READ");

    assumeTrue(isHere(), "this machine lacks chromium");
    var all = shown(page, "");
    assertThat(all).doesNotContainPattern(COMPLAINT).contains("What needs a look", "region");
    int members = articles(all);
    assertThat(hidden(all)).isZero();
    var failed = shown(page, "#failed");
    assertThat(articles(failed)).isEqualTo(members);
    assertThat(hidden(failed)).isBetween(1, members - 1);
    assertThat(failed).contains("%d of %d".formatted(members - hidden(failed), members));
    picture(page);
  }

  @Test
  void a_plan_and_an_earlier_run_have_pages_too() throws Exception {
    moveSome(8);
    var plan = folder.resolve("plan.html");
    var saved = folder.resolve("plan.json");
    var again = folder.resolve("again.html");
    assertThat(stage.rollcall("plan", "--html", plan.toString(), "--out", saved.toString()).code())
        .isZero();
    assertThat(stage.rollcall("show", saved.toString(), "--html", again.toString()).code())
        .isZero();
    assertThat(Files.readString(plan)).contains("Nothing is written yet", "The last ");
    assertThat(Files.readString(again))
        .contains("Nothing is written yet")
        .doesNotContain("The last ");
    assertThat(Files.getPosixFilePermissions(plan).toString()).doesNotContain("GROUP_READ");

    var run = folder.resolve("run.html");
    assertThat(stage.rollcall("history", "latest", "--html", run.toString()).code()).isZero();
    assertThat(Files.readString(run)).contains("The last ", "updated");
    assertThat(stage.rollcall("history", "--html", run.toString()).code()).isEqualTo(2);
    assertThat(stage.rollcall("plan", "--html", "/proc/none.html").code()).isEqualTo(2);
  }

  private static void moveSome(int night) throws Exception {
    stage.sql(
        "update members set region_id = (select id from regions where id <> region_id"
            + " order by md5(membernumber || id || %d) limit 1) where membernumber::int / 6 %% 11 < %d"
                .formatted(night, 1 + night * 7 % 4));
  }

  private static boolean isHere() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "chromium")));
  }

  private String shown(Path page, String search) throws IOException, InterruptedException {
    return chromium("--dump-dom", page.toUri() + search).succeeded();
  }

  private ShellRun chromium(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("browser")));
    command.addAll(List.of(arguments));
    return ShellRun.here(folder, command);
  }

  private static int articles(String dom) {
    return count(dom, "<article");
  }

  private static int hidden(String dom) {
    return count(dom, "<article hidden");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private void picture(Path page) throws IOException, InterruptedException {
    if ("write".equals(System.getProperty("rollcall.golden"))) {
      var picture = Path.of(System.getProperty("rollcall.home"), "docs", "night.png");
      chromium(
              "--hide-scrollbars",
              "--window-size=1040,1150",
              "--screenshot=" + picture,
              page.toUri().toString())
          .succeeded();
    }
  }
}
