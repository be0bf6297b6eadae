package org.rollcall.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.rollcall.support.NodeModules;

/// Debian's Chromium, driven by Playwright. Tests that need it are skipped where there is none.
final class Chromium implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--font-render-hinting=none");

  private final Playwright playwright;
  private final Browser chromium;

  private Chromium(Playwright playwright, Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  static Chromium start() throws IOException {
    var program = program("chromium");
    Assumptions.assumeTrue(program.isPresent(), "There is no chromium on this machine.");
    var node = program("node");
    Assumptions.assumeTrue(node.isPresent(), "There is no node on this machine.");
    System.setProperty("playwright.cli.dir", driver(node.orElseThrow()).toString());
    var playwright = Playwright.create();
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(program.orElseThrow()).setArgs(OPTIONS)));
  }

  /// A folder of the form that Playwright expects of a driver. It looks for it once a process.
  private static Path driver(Path node) throws IOException {
    var driver = Files.createTempDirectory("playwright-driver-");
    var links =
        Map.of("node", node, "package", NodeModules.file("playwright-core").toAbsolutePath());
    for (var link : links.entrySet()) {
      Files.createSymbolicLink(driver.resolve(link.getKey()), link.getValue());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(driver, links.keySet())));
    return driver;
  }

  private static void delete(Path folder, Set<String> links) {
    for (var link : links) {
      folder.resolve(link).toFile().delete();
    }
    folder.toFile().delete();
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::real);
  }

  private static Path real(Path program) {
    try {
      return program.toRealPath();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Somebody new, who has no cookie yet.
  ///
  /// @param width of the window, in pixels
  BrowserContext person(String address, ColorScheme theme, int width) {
    return chromium.newContext(
        new NewContextOptions()
            .setBaseURL(address)
            .setColorScheme(theme)
            .setLocale("en-GB")
            .setTimezoneId("Europe/Berlin")
            .setViewportSize(width, 900));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
