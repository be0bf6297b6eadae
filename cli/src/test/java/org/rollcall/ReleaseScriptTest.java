package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `script/release` in a repository of its own, which is thrown away.
@Tag("slow")
class ReleaseScriptTest {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final Map<String, String> NOBODY =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_AUTHOR_NAME", "A",
          "GIT_AUTHOR_EMAIL", "a@example.org",
          "GIT_COMMITTER_NAME", "A",
          "GIT_COMMITTER_EMAIL", "a@example.org");
  private static final String POM =
      """
      <project>
        <artifactId>rollcall-parent</artifactId>
        <version>0.1.0-SNAPSHOT</version>
        <dependency>
          <artifactId>other</artifactId>
          <version>0.1.0-SNAPSHOT</version>
        </dependency>
      </project>
      """;

  @TempDir private Path folder;

  @BeforeEach
  void a_repository() throws Exception {
    for (var script : new String[] {"script/release", "script/changelog"}) {
      Files.createDirectories(folder.resolve("script"));
      Files.copy(HOME.resolve(script), folder.resolve(script));
    }
    write("pom.xml", POM);
    write("core/pom.xml", POM);
    write(
        "CHANGELOG.md",
        "# Changelog\n\n## Unreleased\n\n### Added\n- A thing.\n\n## 0.1.0 - 2026-01-31\n\n- Old.\n");
    write("deploy/compose.yaml", "image: ghcr.io/OWNER/rollcall:0.1.0\nother: postgres:0.1.0\n");
    write("deploy/night.yml", "ROLLCALL_VERSION: 0.1.0\n");
    write(
        "README.md",
        "curl -LO https://example.org/download/v0.1.0/rollcall-0.1.0-linux-x64.tar.gz\n");
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-q", "-m", "Begin");
  }

  @Test
  void it_sets_the_version_dates_the_changelog_commits_and_tags() throws Exception {
    var released = release("0.2.0");
    assertThat(released.code()).as(released.text()).isZero();
    assertThat(released.text()).contains("tagged as v0.2.0", "git push origin HEAD v0.2.0");

    assertThat(read("pom.xml")).isEqualTo(POM.replaceFirst("0.1.0-SNAPSHOT", "0.2.0"));
    assertThat(read("core/pom.xml")).isEqualTo(read("pom.xml"));
    assertThat(read("CHANGELOG.md"))
        .matches(
            "(?s)# Changelog\n\n## Unreleased\n\n## 0\\.2\\.0 - \\d{4}-\\d\\d-\\d\\d\n\n### Added\n- A thing\\.\n\n## 0\\.1\\.0.*");
    assertThat(read("deploy/compose.yaml")).contains("rollcall:0.2.0", "postgres:0.1.0");
    assertThat(read("deploy/night.yml")).isEqualTo("ROLLCALL_VERSION: 0.2.0\n");
    assertThat(read("README.md")).contains("/v0.2.0/rollcall-0.2.0-linux-x64.tar.gz");

    assertThat(git("status", "--porcelain")).isEmpty();
    assertThat(git("log", "--format=%s %D", "-1")).contains("Release 0.2.0", "tag: v0.2.0");
    assertThat(run("script/changelog", "0.2.0"))
        .isEqualTo(new ShellRun(0, "### Added\n- A thing.\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v0.2.0", "0.2", "0.2.0-SNAPSHOT", "00.2.0", "0.2.0 ", "next", ""})
  void it_refuses_what_is_no_version(String version) throws Exception {
    assertRefused(version, "is no version");
  }

  @Test
  void it_refuses_changes_that_are_not_committed() throws Exception {
    write("new.txt", "");
    assertThat(release("0.2.0").text()).contains("not committed");
    Files.delete(folder.resolve("new.txt"));
    write("README.md", "changed\n");
    assertThat(release("0.2.0").text()).contains("not committed");
    assertThat(git("tag")).isEmpty();
  }

  @Test
  void it_refuses_a_version_that_was_released() throws Exception {
    assertRefused("0.1.0", "has a section 0.1.0 already");
    git("tag", "v0.3.0");
    assertThat(release("0.3.0").text()).contains("there is a tag v0.3.0 already");
  }

  @Test
  void it_refuses_to_release_nothing() throws Exception {
    assertThat(release("0.2.0").code()).isZero();
    var again = release("0.3.0");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.text()).contains("lists nothing under Unreleased");
    assertThat(git("tag")).isEqualTo("v0.2.0\n");
  }

  @Test
  void it_wants_one_version() throws Exception {
    assertThat(run("script/release").code()).isEqualTo(64);
    assertThat(run("script/release", "0.2.0", "0.3.0").code()).isEqualTo(64);
  }

  private void assertRefused(String version, String why) throws Exception {
    var refused = release(version);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.text()).startsWith("release: ").contains(why);
    assertThat(git("status", "--porcelain")).isEmpty();
    assertThat(git("tag")).isEmpty();
    assertThat(git("log", "--format=%s")).isEqualTo("Begin\n");
  }

  private ShellRun release(String version) throws Exception {
    return run("script/release", version);
  }

  private String git(String... arguments) throws Exception {
    var done = run(Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new));
    assertThat(done.code()).as(done.text()).isZero();
    return done.text();
  }

  private ShellRun run(String... command) throws Exception {
    return ShellRun.of(folder, NOBODY, command);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
