package org.rollcall.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodeModulesTest {
  @Test
  void the_pinned_packages_are_installed() {
    assertThat(NodeModules.directory().resolve("node_modules/intercom-client/package.json"))
        .content()
        .contains("\"version\": \"7.0.3\"");
  }

  @Test
  void the_lock_file_names_no_registry() throws IOException {
    var lock = Path.of(System.getProperty("rollcall.home", "."), "src/test/node/package-lock.json");

    assertThat(Files.readString(lock)).doesNotContain("\"resolved\"");
  }
}
