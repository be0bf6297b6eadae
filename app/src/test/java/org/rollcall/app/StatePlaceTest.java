package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatePlaceTest {
  private static final Map<String, String> HOME = Map.of("HOME", "/home/ana");

  @TempDir private Path here;

  @Test
  void state_belongs_to_the_settings_file() {
    var place = StatePlace.of(HOME, Optional.of(Path.of("/srv/club/rollcall.yaml")), here);
    assertThat(place.folder()).isEqualTo(Path.of("/srv/club/.rollcall"));
    assertThat(place.leases()).contains(Path.of("/home/ana/.local/state/rollcall/leases"));
  }

  @Test
  void without_a_settings_file_it_belongs_to_the_person() {
    assertThat(StatePlace.of(HOME, Optional.empty(), here).folder())
        .isEqualTo(Path.of("/home/ana/.local/state/rollcall"));
    var xdg = Map.of("HOME", "/home/ana", "XDG_STATE_HOME", "/var/state");
    assertThat(StatePlace.of(xdg, Optional.empty(), here).folder())
        .isEqualTo(Path.of("/var/state/rollcall"));
    var relative = Map.of("HOME", "/home/ana", "XDG_STATE_HOME", "state");
    assertThat(StatePlace.of(relative, Optional.empty(), here).folder())
        .isEqualTo(Path.of("/home/ana/.local/state/rollcall"));
  }

  @Test
  void the_variable_overrides_both() {
    var environment = Map.of("HOME", "/home/ana", "ROLLCALL_STATE", "/data");
    assertThat(StatePlace.of(environment, Optional.of(Path.of("/srv/x.yaml")), here).folder())
        .isEqualTo(Path.of("/data"));
    assertThat(StatePlace.of(environment, Optional.empty(), here).folder())
        .isEqualTo(Path.of("/data"));
  }

  @Test
  void who_has_no_folder_keeps_it_where_they_stand_and_no_leases() {
    var place = StatePlace.of(Map.of(), Optional.empty(), here);
    assertThat(place.folder()).isEqualTo(here.resolve(".rollcall"));
    assertThat(place.leases()).isEmpty();
    assertThat(place.left()).isEmpty();
  }

  @Test
  void a_store_that_an_earlier_version_left_is_noticed() throws IOException {
    var old = Files.createDirectory(here.resolve(".rollcall"));
    Files.createFile(old.resolve("rollcall.db"));
    assertThat(StatePlace.of(HOME, Optional.empty(), here).left()).contains(old);
    assertThat(StatePlace.of(HOME, Optional.of(here.resolve("rollcall.yaml")), here).left())
        .isEmpty();
    assertThat(StatePlace.of(Map.of(), Optional.empty(), here).left()).isEmpty();
  }
}
