package org.rollcall;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The order of the house: what may know of what.
class ArchitectureTest {
  private static final JavaClasses ROLLCALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.rollcall");

  private static final String[] ADAPTERS = {
    "org.rollcall.intercom..",
    "org.rollcall.supabase..",
    "org.rollcall.postgres..",
    "org.rollcall.sandbox..",
    "org.rollcall.store..",
    "org.rollcall.notify.."
  };

  @Test
  void packages_form_no_cycles() {
    check(slices().matching("org.rollcall.(*)..").should().beFreeOfCycles());
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
                "org.rollcall.apply..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.net..", "java.sql..", "java.nio.file..", "tools.jackson..", "org.slf4j..")
            .because("a decision that needs no I/O can be tested without any"));
  }

  @Test
  void only_the_composition_root_and_the_sandbox_command_name_an_adapter() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ADAPTERS)
            .and()
            .resideOutsideOfPackage("org.rollcall")
            .and()
            .haveSimpleNameNotStartingWith("Sandbox")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ADAPTERS)
            .because("what a run does must not depend on where its data comes from"));
  }

  @Test
  void lower_steps_do_not_know_the_higher_ones() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("org.rollcall.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.rollcall.apply..", "org.rollcall.run..", "org.rollcall.cli.."));
    check(
        noClasses()
            .that()
            .resideInAnyPackage("org.rollcall.apply..", "org.rollcall.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rollcall.run..", "org.rollcall.cli.."));
    check(
        noClasses()
            .that()
            .resideInAnyPackage("org.rollcall.run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rollcall.cli..", "org.rollcall.config.."));
  }

  @Test
  void the_doctor_knows_no_adapter_and_no_command() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.rollcall.doctor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.rollcall.cli..",
                "org.rollcall.intercom..",
                "org.rollcall.supabase..",
                "org.rollcall.postgres..",
                "org.rollcall.store..",
                "org.rollcall.sandbox..")
            .because("what it looks through is handed to it"));
  }

  @Test
  void time_passes_only_at_the_edge() {
    check(
        noClasses()
            .that(areInside())
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
  void the_surroundings_are_touched_only_at_the_edge() {
    check(
        noClasses()
            .that(areInside())
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

  private static DescribedPredicate<JavaClass> areInside() {
    return describe(
        "are neither at the root nor on the command line",
        each ->
            !each.getPackageName().equals("org.rollcall")
                && !each.getPackageName().startsWith("org.rollcall.cli"));
  }

  private static void check(ArchRule rule) {
    rule.check(ROLLCALL);
  }
}
