package org.rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.access.AccessRole;

/// What a person does at the pages, in a real browser.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {
  private static final Instant EVENING = Instant.parse("2026-11-27T20:00:00Z");

  private Chromium chromium;
  private DashboardStage dashboard;

  @BeforeAll
  void start() throws Exception {
    chromium = Chromium.start();
  }

  @AfterAll
  void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    dashboard = new DashboardStage(chromium, folder, EVENING);
  }

  @AfterEach
  void close() {
    dashboard.close();
    assertThat(dashboard.complaints).as("what scripts and policies complain of").isEmpty();
  }

  @Test
  void a_run_is_previewed_approved_watched_read_and_taken_back() {
    var page = dashboard.signedIn(AccessRole.OPERATOR);
    page.getByRole(AriaRole.LINK, named("default")).click();
    press(page, "Preview");
    assertThat(page.locator("h1")).containsText("Plan for 1 member");
    assertThat(page.locator("article")).containsText("ann@example.org");
    press(page, "Approve 1 change");
    assertThat(page.locator(".badge").first()).containsText("Succeeded");
    assertThat(page.locator("article")).containsText("created");
    assertThat(dashboard.stage.world.contacts()).hasSize(1);
    var run = page.url();

    press(page, "Undo this run …");
    assertThat(page.locator("h1")).containsText("What taking back run");
    assertThat(page.locator("article")).containsText("take back");
    press(page, "Take 1 member back");
    assertThat(page.locator(".badge").first()).containsText("Succeeded");
    assertThat(page.url()).isNotEqualTo(run);
    page.navigate("/syncs/default");
    assertThat(page.locator(".wide tbody tr")).hasCount(2);
    assertThat(page.locator(".wide tbody tr").last()).containsText("operator, by a page");
  }

  @Test
  void a_run_is_watched_live_also_after_the_connection_was_lost() throws Exception {
    dashboard.stage.roster.hold();
    var page = dashboard.signedIn(AccessRole.OPERATOR);
    page.navigate("/syncs/default");
    press(page, "Run now");
    assertThat(page.locator("#live progress")).isVisible();
    var address = page.url();
    page.navigate("about:blank");
    page.navigate(address);
    assertThat(page.locator("#live progress")).isVisible();
    dashboard.stage.roster.release();
    assertThat(page.locator(".badge").first()).containsText("Succeeded");
    assertThat(page.locator("article")).containsText("created");
    assertThat(page.url()).as("without a reload").isEqualTo(address);
  }

  @Test
  void a_run_that_goes_on_can_be_stopped() {
    dashboard.stage.roster.hold();
    var page = dashboard.signedIn(AccessRole.OPERATOR);
    page.navigate("/syncs/default");
    press(page, "Run now");
    press(page, "Stop this run");
    assertThat(page.locator(".notice")).containsText("finishes what is in flight");
    dashboard.stage.roster.release();
    assertThat(page.locator(".badge").first()).containsText("Interrupted");
  }

  @Test
  void a_member_is_found_explained_and_expected_to_fail() {
    var page = dashboard.signedIn(AccessRole.OPERATOR);
    page.navigate("/syncs/default");
    press(page, "Run now");
    assertThat(page.locator(".badge").first()).containsText("Succeeded");
    page.navigate("/members");
    page.getByLabel("Number, e-mail or name").fill("ann@example.org");
    press(page, "Search");
    assertThat(page.locator("h1")).hasText("Member 1001");
    assertThat(page.locator(".now")).containsText("they are eligible");
    assertThat(page.locator(".now tbody tr").first()).containsText("right");
    assertThat(page.locator(".line li")).containsText("created");
    page.locator("summary").click();
    page.getByLabel("Why").fill("They are on a ship <b>until</b> spring");
    page.locator("details button").click();
    assertThat(page.locator(".remark")).containsText("on a ship <b>until</b> spring");
    page.navigate("/ignored");
    assertThat(page.locator("tbody tr")).containsText("1001");
    press(page, "Tell again");
    assertThat(page.locator(".notice")).isVisible();
    page.navigate("/ignored");
    assertThat(page.locator(".empty")).containsText("Nobody is ignored");
  }

  @Test
  void a_sync_is_paused_with_a_reason_and_resumed() {
    var page = dashboard.signedIn(AccessRole.OPERATOR);
    page.navigate("/syncs/default");
    page.locator("summary").click();
    page.getByLabel("Why").fill("the roster is wrong");
    page.locator("details button").click();
    assertThat(page.locator(".badge").first()).containsText("Paused");
    assertThat(page.locator(".remark")).containsText("operator: the roster is wrong");
    page.navigate("/");
    assertThat(page.locator("#syncs .badge")).containsText("Paused");
    page.navigate("/syncs/default");
    press(page, "Resume");
    assertThat(page.locator(".badge").first()).containsText("No run yet");
  }

  @Test
  void a_viewer_looks_and_changes_nothing() {
    var operator = dashboard.signedIn(AccessRole.OPERATOR);
    operator.navigate("/syncs/default");
    press(operator, "Run now");
    assertThat(operator.locator(".badge").first()).containsText("Succeeded");

    var page = dashboard.signedIn(AccessRole.VIEWER);
    page.navigate(operator.url());
    assertThat(page.locator("article")).containsText("a***@example.org");
    assertThat(page.locator("main button").filter(search())).hasCount(0);
    page.navigate("/setup/audit");
    assertThat(page.locator("h1")).hasText("Not allowed");
    page.navigate("/");
    var token = page.locator(".who [name=csrf]").getAttribute("value");
    var forged =
        page.request()
            .post(
                "/syncs/default/runs",
                RequestOptions.create()
                    .setForm(
                        com.microsoft.playwright.options.FormData.create().set("csrf", token)));
    assertThat(forged.status()).isEqualTo(403);
    var operators = operator.request().post("/syncs/default/runs", RequestOptions.create());
    assertThat(operators.status()).as("without the session's token").isEqualTo(403);
    assertThat(dashboard.stage.runs()).hasSize(1);
  }

  @Test
  void who_signs_out_sees_nothing_any_more() {
    var page = dashboard.person(ColorScheme.DARK, 800).newPage();
    page.navigate("/setup?x=1");
    dashboard.signIn(page, "admin");
    assertThat(page.locator("h1")).hasText("Setup");
    assertThat(page.url()).endsWith("/setup?x=1");
    page.getByText("Audit log").click();
    assertThat(page.locator("tbody")).containsText("admin");
    press(page, "Sign out");
    page.navigate("/setup");
    assertThat(page.locator("h1")).hasText("Sign in");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static com.microsoft.playwright.Locator.FilterOptions search() {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasNotText("Search");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, named(button)).click();
  }
}
