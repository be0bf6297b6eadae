package org.rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollcall.access.AccessRole;
import org.rollcall.access.Password;

/// A service with people who have accounts, and a browser for each of them.
final class DashboardStage implements AutoCloseable {
  private static final String PASSWORD = "correct horse battery staple";
  private static final int WIDTH = 1_200;

  final ServiceStage stage;
  final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<BrowserContext> people = new ArrayList<>();
  private final Service service;
  private final Chromium chromium;

  DashboardStage(Chromium chromium, Path folder, Instant now) throws IOException {
    this(chromium, new ServiceStage(folder, now));
  }

  DashboardStage(Chromium chromium, ServiceStage stage) throws IOException {
    this.chromium = chromium;
    this.stage = stage;
    stage.settings("schedule: 0 8 * * *");
    try (var program = stage.program()) {
      var accounts = program.people(stage.selection());
      for (var role : AccessRole.values()) {
        accounts.add(role.word(), role, Password.of(PASSWORD));
      }
    }
    this.service = stage.service();
  }

  String address() {
    return service.address();
  }

  /// Somebody who has signed in.
  Page signedIn(AccessRole role) {
    return signedIn(role, ColorScheme.LIGHT, WIDTH);
  }

  Page signedIn(AccessRole role, ColorScheme theme, int width) {
    var page = person(theme, width).newPage();
    listen(page);
    page.navigate("/");
    signIn(page, role.word());
    assertThat(page.locator("h1")).hasText("Overview");
    return page;
  }

  /// Somebody who has not.
  BrowserContext person(ColorScheme theme, int width) {
    var person = chromium.person(address(), theme, width);
    people.add(person);
    return person;
  }

  void signIn(Page page, String name) {
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
  }

  /// Whatever a page's scripts and policy complain of is kept.
  private void listen(Page page) {
    page.onPageError(error -> complaints.add(error));
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("status of 4")) {
        complaints.add(message.text());
      }
    });
  }

  @Override
  public void close() {
    people.forEach(BrowserContext::close);
    service.close();
    stage.close();
  }
}
