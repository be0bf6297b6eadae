package org.rollcall;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// `script/check` runs the tests without the tag "slow" after every change. None of them may start
/// a database or a process, neither by itself nor by what tests share.
class SlowTagTest {
  private static final Set<String> STARTERS =
      Set.of(
          "java.lang.ProcessBuilder",
          "org.rollcall.sandbox.SamplePostgres",
          "org.rollcall.store.Store");

  /// The classes of each test source, by the name of the outermost.
  private static final Map<String, List<JavaClass>> SOURCES =
      new ClassFileImporter()
              .withImportOption(
                  location -> location.contains("test-classes") || location.contains("tests.jar"))
              .importPackages("org.rollcall")
              .stream()
              .collect(groupingBy(SlowTagTest::outermost));

  @Test
  void whoever_starts_a_database_or_a_process_is_tagged_slow() {
    var tests = SOURCES.keySet().stream().filter(name -> name.matches(".*(Test|IT)")).toList();
    assertThat(tests).hasSizeGreaterThan(100);

    var starting = tests.stream().filter(name -> starts(name, new HashSet<>())).toList();
    assertThat(starting).contains("org.rollcall.LauncherTest").doesNotContain(name());
    assertThat(starting.stream().filter(not(SlowTagTest::isTagged)))
        .as("start a database or a process and have no @Tag(\"slow\")")
        .isEmpty();
  }

  private static boolean starts(String source, Set<String> seen) {
    return seen.add(source)
        && SOURCES.get(source).stream()
            .anyMatch(each ->
                accessed(each).anyMatch(STARTERS::contains)
                    || known(each).anyMatch(other -> starts(other, seen)));
  }

  private static Stream<String> accessed(JavaClass each) {
    return each.getAccessesFromSelf().stream()
        .map(JavaAccess::getTargetOwner)
        .map(JavaClass::getName);
  }

  private static Stream<String> known(JavaClass each) {
    return each.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(SlowTagTest::outermost)
        .filter(SOURCES::containsKey);
  }

  private static boolean isTagged(String source) {
    return SOURCES.get(source).stream()
        .filter(each -> each.getName().equals(source))
        .flatMap(each -> each.tryGetAnnotationOfType(Tag.class).stream())
        .anyMatch(tag -> tag.value().equals("slow"));
  }

  private static String outermost(JavaClass each) {
    return each.getName().replaceFirst("[$\\[].*", "");
  }

  private static String name() {
    return SlowTagTest.class.getName();
  }
}
