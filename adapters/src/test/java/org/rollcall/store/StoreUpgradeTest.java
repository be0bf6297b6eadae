package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.store.StorePlace.Kind;

/// What is done before a store gets another format, and where that fails.
@Tag("slow")
class StoreUpgradeTest {
  private static final int OLD = 8;

  @TempDir private Path home;

  @Test
  void a_copy_of_the_old_store_lies_beside_it_for_its_owner_alone()
      throws SQLException, IOException {
    try (var place = old(Kind.SQLITE)) {
      var before = StoreTables.of(place);
      place.open();
      assertThat(copies()).containsExactly("rollcall-format-8.db");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy(OLD))))
          .isEqualTo("rw-------");
      var elsewhere = Files.createDirectory(home.resolve("elsewhere"));
      Files.copy(copy(OLD), elsewhere.resolve("rollcall.db"));
      try (var copied = StorePlace.of(Kind.SQLITE, elsewhere)) {
        assertThat(StoreTables.of(copied)).isEqualTo(before);
        copied.open();
        assertThat(StoreTables.of(copied)).isEqualTo(StoreTables.of(place));
      }
    }
  }

  @Test
  void a_store_of_this_programs_format_is_not_copied() throws IOException {
    Store.in(home).close();
    Store.in(home).close();
    assertThat(copies()).isEmpty();
  }

  @Test
  void a_second_upgrade_replaces_the_copy_and_old_formats_go() throws SQLException, IOException {
    for (int format : List.of(1, 2, 3, 7, OLD)) {
      Files.writeString(copy(format), "an earlier one");
    }
    try (var place = old(Kind.SQLITE)) {
      place.open();
    }
    assertThat(copies())
        .containsExactlyInAnyOrder(
            "rollcall-format-8.db", "rollcall-format-7.db", "rollcall-format-3.db");
    assertThat(Files.size(copy(OLD))).isGreaterThan(10_000);
  }

  @Test
  void a_copy_goes_when_what_it_holds_is_too_old() throws SQLException, IOException {
    var made = Instant.parse("2026-11-27T18:00:00Z");
    try (var place = old(Kind.SQLITE)) {
      var store = place.open();
      Files.setLastModifiedTime(copy(OLD), FileTime.from(made));
      store.forget(made);
      assertThat(copies()).hasSize(1);
      store.forget(made.plusSeconds(1));
      assertThat(copies()).isEmpty();
    }
  }

  @Test
  void a_link_where_the_copy_goes_is_not_followed() throws SQLException, IOException {
    var victim = Files.writeString(home.resolve("victim"), "precious");
    Files.createSymbolicLink(copy(OLD), victim);
    Files.createSymbolicLink(home.resolve("rollcall-format-8.db.draft"), victim);
    try (var place = old(Kind.SQLITE)) {
      place.open();
    }
    assertThat(victim).hasContent("precious");
    assertThat(Files.isRegularFile(copy(OLD), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void without_a_copy_nothing_is_changed() throws SQLException, IOException {
    Files.createDirectories(copy(OLD).resolve("in the way"));
    try (var place = old(Kind.SQLITE)) {
      var before = StoreTables.of(place);
      assertThatThrownBy(place::open)
          .isInstanceOf(StoreTrouble.class)
          .hasMessageStartingWith(
              "The store %s cannot be upgraded: a copy of it is made before, and %s cannot be written: ",
              place.name(), copy(OLD))
          .hasMessageContaining(". The store is as it was. ");
      assertThat(StoreTables.of(place)).isEqualTo(before);
    }
  }

  /// Three of the missing migrations would succeed before this one.
  @ParameterizedTest
  @EnumSource
  void an_upgrade_that_breaks_off_in_the_middle_changes_nothing(Kind kind) throws SQLException {
    try (var place = old(kind)) {
      place.execute("create table <place>notices(other text)");
      var before = StoreTables.of(place);
      var formats = StoreTables.formats(place);
      assertThatThrownBy(place::open)
          .isInstanceOf(StoreTrouble.class)
          .hasMessageContaining("notices");
      assertThat(StoreTables.of(place)).isEqualTo(before);
      assertThat(StoreTables.formats(place)).isEqualTo(formats);
    }
  }

  @ParameterizedTest
  @EnumSource
  void programs_at_once_upgrade_once(Kind kind) throws Exception {
    try (var place = old(kind)) {
      var before = StoreTables.of(place);
      assertThat(atOnce(place::open)).hasSize(4);
      assertThat(StoreTables.formats(place)).doesNotHaveDuplicates().contains("8", "17");
      if (kind == Kind.SQLITE) {
        var elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.copy(copy(OLD), elsewhere.resolve("rollcall.db"));
        try (var copied = StorePlace.of(kind, elsewhere)) {
          assertThat(StoreTables.of(copied)).isEqualTo(before);
        }
      }
    }
  }

  @Test
  void an_older_program_is_told_of_the_copy_that_it_can_read() throws SQLException, IOException {
    Files.writeString(copy(99), "of another upgrade");
    Files.writeString(copy(OLD), "of this one");
    try (var place = old(Kind.SQLITE)) {
      place.execute(
          "insert into flyway_schema_history select 99, '99', description, type, script, checksum,"
              + " installed_by, installed_on, execution_time, success"
              + " from flyway_schema_history where version = '1'");
      assertThatThrownBy(place::open)
          .hasMessage(
              "The store %s was written by a newer Rollcall (its format is 99, this program knows %d). Install that version again, or use another store; %s is what it was before the upgrade",
              place.name(), EarlierStore.migrations().getLast(), copy(OLD));
      assertThat(copy(OLD)).hasContent("of this one");
    }
  }

  private StorePlace old(Kind kind) throws SQLException {
    return new EarlierStore(kind, OLD).in(home);
  }

  private Path copy(int format) {
    return home.resolve("rollcall-format-%d.db".formatted(format));
  }

  private List<String> copies() throws IOException {
    try (var files = Files.list(home)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.contains("format"))
          .toList();
    }
  }

  private static List<Store> atOnce(Callable<Store> work) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(4)) {
      return threads.invokeAll(Collections.nCopies(4, work)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }
}
