package org.rollcall;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The order of the house: what may know of what. No package is exempt.
class ArchitectureTest {
  private static final String HOUSE = "org.rollcall.";

  private static final JavaClasses ROLLCALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("test-classes"))
          .withImportOption(location -> !location.contains("tests.jar"))
          .importPackages("org.rollcall");

  private static final List<String> CORE =
      List.of(
          "model",
          "access",
          "files",
          "rate",
          "schedule",
          "settings",
          "mapping",
          "plan",
          "apply",
          "run",
          "listing",
          "bulk",
          "review",
          "survey",
          "draft");

  private static final List<String> ADAPTERS =
      List.of("intercom", "roster", "roster.supabase", "roster.postgres", "store", "notify");

  private static final List<String> APP_BESIDE =
      Stream.concat(ADAPTERS.stream(), Stream.of("doctor")).toList();

  /// Each package and the packages that it may know, besides itself.
  private static final Map<String, Set<String>> MAY_KNOW = mayKnow();

  private static Map<String, Set<String>> mayKnow() {
    var rules = new LinkedHashMap<String, Set<String>>();
    rules.put("model", Set.of());
    rules.put("access", Set.of("model"));
    rules.put("files", Set.of());
    rules.put("rate", Set.of());
    rules.put("schedule", Set.of("model"));
    rules.put("settings", Set.of("model", "files", "schedule"));
    rules.put("mapping", Set.of("model", "settings"));
    rules.put("plan", Set.of("model"));
    rules.put("apply", Set.of("model", "plan", "rate"));
    rules.put("run", Set.of("model", "mapping", "plan", "apply"));
    rules.put("listing", Set.of("model", "apply", "run"));
    rules.put("bulk", Set.of("model", "plan", "apply", "run"));
    rules.put("review", Set.of("model", "mapping", "plan", "apply", "run"));
    rules.put("survey", Set.of("model", "run"));
    rules.put("page", Set.of("model", "plan", "run", "review"));
    rules.put("page.template", Set.of("page"));
    rules.put(
        "page.site",
        Set.of("model", "access", "mapping", "plan", "apply", "run", "review", "page"));
    rules.put(
        "page.template.site",
        Set.of("access", "run", "review", "page", "page.site", "page.template"));
    rules.put("draft", Set.of("model", "settings", "mapping", "survey"));
    rules.put("sandbox", Set.of("model"));
    rules.put("transport", Set.of("model"));
    rules.put("intercom", Set.of("model", "apply", "survey", "transport"));
    rules.put("roster", Set.of("model", "apply", "run", "transport"));
    rules.put("roster.supabase", Set.of("model", "apply", "run", "survey", "roster", "transport"));
    rules.put("roster.postgres", Set.of("model", "apply", "run", "survey", "roster", "transport"));
    rules.put(
        "store", Set.of("model", "access", "files", "plan", "apply", "rate", "run", "review"));
    rules.put("notify", Set.of("model", "run"));
    rules.put("doctor", Set.copyOf(CORE));
    rules.put("app", with(CORE, APP_BESIDE));
    rules.put("json", with(CORE, List.of("doctor", "app")));
    rules.put("csv", Set.of("model", "plan", "review"));
    rules.put("server.runs", with(CORE, List.of("doctor", "app")));
    rules.put("server.web", Set.of("files", "run", "settings"));
    rules.put("server.oidc", Set.of("settings"));
    rules.put(
        "server.access",
        Set.of("model", "access", "settings", "run", "app", "server.oidc", "server.web"));
    rules.put("server.metrics", Set.of("model", "run", "app", "server.runs", "server.web"));
    rules.put("server.schedule", with(CORE, List.of("app", "store", "server.runs")));
    rules.put(
        "server.api",
        with(
            CORE,
            List.of(
                "doctor", "app", "json", "store", "server.access", "server.runs", "server.web")));
    rules.put(
        "server.pages",
        with(
            CORE,
            List.of(
                "doctor",
                "app",
                "csv",
                "store",
                "page",
                "page.site",
                "server.access",
                "server.api",
                "server.runs",
                "server.web")));
    rules.put(
        "server",
        with(
            CORE,
            List.of(
                "app",
                "server.access",
                "server.api",
                "server.metrics",
                "server.pages",
                "server.runs",
                "server.web",
                "server.schedule")));
    rules.put("demo", with(CORE, List.of("app", "server", "server.runs", "sandbox")));
    rules.put(
        "cli",
        with(
            CORE,
            List.of(
                "doctor",
                "app",
                "csv",
                "demo",
                "json",
                "server",
                "server.metrics",
                "server.runs",
                "server.web",
                "sandbox",
                "page")));
    return rules;
  }

  private static Set<String> with(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }

  @Test
  void every_package_has_its_rule() {
    var packages =
        ROLLCALL.stream()
            .map(JavaClass::getPackageName)
            .map(each -> each.replaceFirst("^org\\.rollcall\\.?", ""))
            .collect(Collectors.toSet());
    assertThat(packages).isEqualTo(MAY_KNOW.keySet());
  }

  @Test
  void each_package_knows_only_what_its_rule_allows() {
    MAY_KNOW.forEach((name, allowed) -> {
      var known = new HashSet<>(allowed);
      known.add(name);
      check(
          noClasses()
              .that()
              .resideInAPackage(HOUSE + name)
              .should()
              .dependOnClassesThat(areOfTheHouseBut(known))
              .because("%s may know %s".formatted(name, allowed)));
    });
  }

  @Test
  void packages_form_no_cycles() {
    check(slices().matching("org.rollcall.(**)").should().beFreeOfCycles());
  }

  @Test
  void the_model_knows_nothing_else() {
    check(
        classes()
            .that()
            .resideInAPackage("org.rollcall.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.rollcall.model..", "java..", "org.jspecify..")
            .because("everything else is said in its words"));
  }

  @Test
  void decisions_are_pure() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.rollcall.model..",
                "org.rollcall.mapping..",
                "org.rollcall.plan..",
                "org.rollcall.apply..",
                "org.rollcall.rate..",
                "org.rollcall.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.net..", "java.sql..", "java.nio.file..", "tools.jackson..", "org.slf4j..")
            .because("a decision that needs no I/O can be tested without any"));
  }

  @Test
  void the_core_reaches_nobody_by_itself() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(CORE.stream().map(HOUSE::concat).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.net.http..",
                "java.sql..",
                "javax.sql..",
                "com.sun.net..",
                "tools.jackson..",
                "org.jdbi..",
                "picocli..",
                "org.slf4j..",
                "ch.qos..")
            .because("HTTP, SQL and the command line are others' business"));
  }

  @Test
  void time_passes_only_at_the_edge() {
    check(
        noClasses()
            .that(areBelowTheApp())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .because("a clock is passed in, and so is waiting"));
  }

  @Test
  void the_surroundings_are_touched_only_by_the_command_line() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.rollcall.cli")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .because("output and environment are handed in by those who start the program"));
  }

  private static DescribedPredicate<JavaClass> areOfTheHouseBut(Set<String> known) {
    return describe(
        "are of the house, but not in " + known,
        each ->
            each.getPackageName().startsWith(HOUSE)
                && !known.contains(each.getPackageName().substring(HOUSE.length())));
  }

  private static DescribedPredicate<JavaClass> areBelowTheApp() {
    return describe(
        "are neither in the app nor on the command line",
        each ->
            !each.getPackageName().equals("org.rollcall.app")
                && !each.getPackageName().equals("org.rollcall.cli"));
  }

  private static void check(ArchRule rule) {
    rule.check(ROLLCALL);
  }
}
