package loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A house of two modules, of which the second is compiled with the first.
class BuildTest {
  @TempDir private Path folder;

  @BeforeEach
  void a_house_that_is_up_to_date() throws IOException {
    write(
        "pom.xml",
        """
        <project>
          <version>7</version>
          <properties><maven.compiler.release>25</maven.compiler.release></properties>
          <modules><module>first</module><module>second</module></modules>
          <compilerArgs><arg>-Xlint:all</arg><arg>-Werror</arg></compilerArgs>
        </project>
        """);
    var first = folder.resolve("first/target/classes").toString();
    write("target/check/rollcall-loop/test.classpath", "");
    write("target/check/rollcall-first/main.classpath", "");
    write("target/check/rollcall-first/test.classpath", "");
    write("target/check/rollcall-second/main.classpath", first);
    write("target/check/rollcall-second/test.classpath", first);
    source("first", "Named", "class Named { public static final int SIZE = 1; }");
    source(
        "first",
        "Asked",
        "public class Asked { public int answer() { return Named.SIZE; } private int own; }");
    source("second", "Asking", "class Asking { int ask(Asked asked) { return asked.answer(); } }");
    assertThat(bring()).isTrue();
  }

  @Test
  void what_has_not_changed_is_not_compiled() throws IOException {
    var before = times();
    assertThat(bring()).isTrue();
    assertThat(times()).isEqualTo(before);
  }

  @Test
  void a_new_body_or_private_member_is_compiled_alone() throws IOException {
    var asking = time("second", "Asking");
    var named = time("first", "Named");
    source(
        "first",
        "Asked",
        "public class Asked { public int answer() { return 2 * own; } private long own() { return 1; } private int own; }");
    assertThat(bring()).isTrue();
    assertThat(time("second", "Asking")).isEqualTo(asking);
    assertThat(time("first", "Named")).isEqualTo(named);
  }

  @Test
  void whoever_cannot_live_with_a_new_signature_is_found_in_every_module() throws IOException {
    source("first", "Asked", "public class Asked { public String answer() { return \"\"; } }");
    assertThat(bring()).isFalse();
    assertThat(bring()).isFalse();
    source(
        "second", "Asking", "class Asking { String ask(Asked asked) { return asked.answer(); } }");
    assertThat(bring()).isTrue();
  }

  @Test
  void a_new_value_of_a_constant_reaches_those_that_copied_it() throws IOException {
    source("first", "Named", "class Named { public static final int SIZE = 77; }");
    var asked = time("first", "Asked");
    assertThat(bring()).isTrue();
    assertThat(time("first", "Asked")).isNotEqualTo(asked);
  }

  @Test
  void a_class_that_nobody_names_may_change_as_it_likes() throws IOException {
    var asked = time("first", "Asked");
    source(
        "second", "Asking", "class Asking { int ask(Asked asked, int times) { return times; } }");
    source("first", "Alone", "public class Alone {}");
    assertThat(bring()).isTrue();
    assertThat(time("first", "Asked")).isEqualTo(asked);
    assertThat(classFile("first", "Alone")).exists();
  }

  @Test
  void of_a_source_that_is_gone_nothing_stays_and_whoever_names_it_fails() throws IOException {
    Files.delete(folder.resolve("first/src/main/java/Asked.java"));
    assertThat(bring()).isFalse();
    assertThat(classFile("first", "Asked")).doesNotExist();
    assertThat(bring()).isFalse();
    Files.delete(folder.resolve("second/src/main/java/Asking.java"));
    assertThat(bring()).isTrue();
    assertThat(classFile("second", "Asking")).doesNotExist();
  }

  @Test
  void of_a_nested_class_that_is_gone_nothing_stays() throws IOException {
    source("first", "Alone", "class Alone { class Inner {} } class Second {}");
    assertThat(bring()).isTrue();
    assertThat(classFile("first", "Alone$Inner")).exists();
    source("first", "Alone", "class Alone {}");
    assertThat(bring()).isTrue();
    assertThat(classFile("first", "Alone$Inner")).doesNotExist();
    assertThat(classFile("first", "Second")).doesNotExist();
  }

  @Test
  void what_cannot_be_compiled_leaves_all_as_it_was() throws IOException {
    var before = times();
    source("first", "Asked", "public class Asked { public int answer() { return x; } }");
    assertThat(bring()).isFalse();
    assertThat(bring()).isFalse();
    assertThat(times()).isEqualTo(before);
  }

  @Test
  void a_round_that_was_cut_off_is_made_good() throws IOException {
    write("target/check/underway", "");
    Files.delete(classFile("first", "Asked"));
    assertThat(bring()).isTrue();
    assertThat(classFile("first", "Asked")).exists();
  }

  @Test
  void resources_lie_beside_the_class_files_with_the_version_in_them() throws IOException {
    write("first/src/main/resources/some.properties", "version=${project.version}");
    assertThat(bring()).isTrue();
    assertThat(folder.resolve("target/check/first/classes/some.properties"))
        .hasContent("version=7");
    Files.delete(folder.resolve("first/src/main/resources/some.properties"));
    assertThat(bring()).isTrue();
    assertThat(folder.resolve("target/check/first/classes/some.properties")).doesNotExist();
  }

  private boolean bring() throws IOException {
    var house = House.at(folder);
    return new Build(house).bring(house.parts(), _ -> {});
  }

  private void source(String module, String name, String text) throws IOException {
    write(module + "/src/main/java/" + name + ".java", text);
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path classFile(String module, String name) {
    return folder.resolve("target/check/" + module + "/classes/" + name + ".class");
  }

  private String time(String module, String name) throws IOException {
    return Files.getLastModifiedTime(classFile(module, name)).toString();
  }

  private List<String> times() throws IOException {
    var times = new ArrayList<String>();
    for (var file : Folders.files(folder.resolve("target/check"))) {
      if (file.toString().endsWith(".class")) {
        times.add(file + " " + Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
