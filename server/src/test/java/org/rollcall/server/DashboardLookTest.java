package org.rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.access.AccessRole;
import org.rollcall.sandbox.OneMemberRoster;
import org.rollcall.support.NodeModules;

/// Every page, in both themes and on a phone: for people who see, hear or type, and with a roster
/// whose every text is an attack on whoever reads it.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardLookTest {
  private static final Instant EVENING = Instant.parse("2026-11-27T20:00:00Z");
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";

  private static final String MEMBER =
      """
      [{"membernumber": "1001", "firstname": "%1$s", "lastname": "\\"><script>alert(2)</script>",
        "email": "ann@example.org", "phone": "not a phone %1$s", "status": "Active",
        "membertypeid": 6, "region_id": 1, "facility_id": 1,
        "region": {"id": 1, "code": "<svg onload=alert(3)>", "name": "%1$s"},
        "facility": {"id": 1, "code": "'-alert(4)-'", "name": "%1$s"},
        "type": {"id": 6, "type_name": "%1$s"}}]
      """
          .formatted(HOSTILE);

  /// A page is sent within so many bytes, without its styles and scripts.
  private static final int LARGEST = 60_000;

  private final List<String> dialogs = new CopyOnWriteArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private Chromium chromium;
  private DashboardStage dashboard;
  private String axe;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    axe = Files.readString(NodeModules.file("axe-core/axe.min.js"));
    dashboard =
        new DashboardStage(
            chromium, new ServiceStage(folder, EVENING, OneMemberRoster.start(MEMBER)));
    paths.addAll(somethingToSee());
  }

  @AfterAll
  void close() {
    if (dashboard != null) {
      dashboard.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  /// Makes a plan, a run, and what they leave behind, and says where to see it.
  private List<String> somethingToSee() {
    var page = dashboard.signedIn(AccessRole.ADMIN);
    page.navigate("/syncs/default");
    press(page, "Preview");
    var plan = path(page);
    press(page, "Approve 1 change");
    assertThat(page.locator("article")).hasCount(1);
    var run = path(page);
    page.navigate("/syncs/default/members/1001");
    page.locator("summary").click();
    page.getByLabel("Why").fill(HOSTILE);
    page.locator("details button").click();
    assertThat(page.locator(".notice")).isVisible();
    return List.of(
        "/",
        "/syncs/default",
        plan,
        run,
        run + "?what=created&words=" + HOSTILE.replace(" ", "%20"),
        "/members",
        "/members?asked=" + HOSTILE.replace(" ", "%20"),
        "/syncs/default/members/1001",
        "/syncs/default/members/1001/now",
        "/notices",
        "/ignored",
        "/orphans",
        "/duplicates",
        "/setup",
        "/setup/doctor?sync=default",
        "/setup/settings?sync=default",
        "/setup/people",
        "/setup/tokens",
        "/setup/audit",
        "/runs/none",
        "/nowhere");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1200", "DARK, 390"})
  void every_page_is_for_everybody(ColorScheme theme, int width) throws Exception {
    var page = dashboard.signedIn(AccessRole.ADMIN, theme, width);
    page.onDialog(dialog -> {
      dialogs.add(page.url());
      dialog.dismiss();
    });
    var faults = new ArrayList<String>();
    for (var path : paths) {
      page.navigate(path);
      assertThat(page.locator("main h1")).isVisible();
      assertThat(page.locator("[hx-trigger=load]")).hasCount(0);
      check(page, faults);
      picture(page, path, theme, width);
    }
    assertThat(faults).isEmpty();
    assertThat(dialogs).as("what the roster's texts did").isEmpty();
    assertThat(dashboard.complaints).as("what scripts and policies complain of").isEmpty();
  }

  @SuppressWarnings("unchecked") // what the script gives
  private void check(Page page, List<String> faults) {
    page.evaluate(axe);
    var found =
        (List<String>)
            page.evaluate(
                """
                async () => (await axe.run()).violations
                  .filter((each) => ["serious", "critical"].includes(each.impact))
                  .flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 200)}`))
                """);
    found.forEach(each -> faults.add(page.url() + " " + each));
    if (!(boolean)
        page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")) {
      faults.add(page.url() + " is wider than the window");
    }
    if (page.content().length() > LARGEST) {
      faults.add("%s has %d bytes".formatted(page.url(), page.content().length()));
    }
    if (page.content().contains(HOSTILE)) {
      faults.add(page.url() + " has a roster's text as markup");
    }
  }

  /// For people who want to see them: nothing is decided by them.
  private static void picture(Page page, String path, ColorScheme theme, int width)
      throws Exception {
    var folder =
        Files.createDirectories(
            Path.of(System.getProperty("rollcall.home", ".")).resolve("target/pictures"));
    var name =
        path.replaceFirst("\\?.*", "")
            .replaceAll("[0-9]{8}T[0-9A-Za-z-]+|[0-9a-f]{64}", "one")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                folder.resolve(
                    "%s-%s-%d.png".formatted(name.isEmpty() ? "overview" : name, theme, width))));
  }

  private static String path(Page page) {
    return page.url().replaceFirst("https?://[^/]*", "");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
