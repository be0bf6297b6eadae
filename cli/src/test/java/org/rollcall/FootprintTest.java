package org.rollcall;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Libraries that the program once carried, or that others bring along, and that nothing of it
/// needs. The tests of what needed them go on without them.
class FootprintTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "me.tongfei.progressbar.ProgressBar",
        "org.checkerframework.checker.nullness.qual.Nullable",
        "org.flywaydb.database.cockroachdb.CockroachDBDatabaseType",
        "org.jline.utils.Signals",
        "org.yaml.snakeyaml.Yaml"
      })
  void it_is_not_carried(String library) {
    assertThatThrownBy(() -> Class.forName(library, false, FootprintTest.class.getClassLoader()))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
