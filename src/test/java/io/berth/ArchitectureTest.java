package io.berth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the packages: their size, no cycles, and no dependency of technical packages on the
 * domain.
 */
@AnalyzeClasses(packages = "io.berth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final long MAX_TYPES = 15;

  /** Domain packages that are still to be split. */
  private static final Set<String> LARGE =
      Set.of("io.berth.hosts", "io.berth.services", "io.berth.inventory");

  @ArchTest
  void packages_have_no_cycles(JavaClasses berth) {
    slices().matching("io.berth.(**)").should().beFreeOfCycles().check(berth);
  }

  @ArchTest
  void packages_have_at_most_15_types(JavaClasses berth) {
    Map<String, Long> sizes =
        berth.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .filter(type -> !LARGE.contains(type.getPackageName()))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(sizes).allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(MAX_TYPES));
  }

  @ArchTest
  void refusals_and_settings_depend_on_no_other_package(JavaClasses berth) {
    noClasses()
        .that()
        .resideInAnyPackage("io.berth.refusals..", "io.berth.settings..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("io.berth..")
                .and(
                    JavaClass.Predicates.resideOutsideOfPackages(
                        "io.berth.refusals..", "io.berth.settings..")))
        .check(berth);
  }

  @ArchTest
  void persistence_depends_only_on_refusals_and_settings(JavaClasses berth) {
    dependOnlyOn(berth, "io.berth.persistence..", "io.berth.refusals..", "io.berth.settings..");
  }

  @ArchTest
  void http_depends_only_on_persistence_and_refusals(JavaClasses berth) {
    for (String part : Set.of("json", "lists", "errors", "filters")) {
      dependOnlyOn(
          berth,
          "io.berth.http." + part + "..",
          "io.berth.http..",
          "io.berth.persistence..",
          "io.berth.refusals..");
    }
  }

  @ArchTest
  void persistence_errors_and_filters_do_not_depend_on_access(JavaClasses berth) {
    classes()
        .that()
        .resideInAPackage("io.berth.accounts.access")
        .should()
        .onlyHaveDependentClassesThat()
        .resideOutsideOfPackages(
            "io.berth.persistence..", "io.berth.http.errors..", "io.berth.http.filters..")
        .check(berth);
  }

  @ArchTest
  void nothing_depends_on_operations(JavaClasses berth) {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.berth.operations..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.berth.operations..")
        .check(berth);
  }

  private static void dependOnlyOn(JavaClasses berth, String part, String... others) {
    noClasses()
        .that()
        .resideInAPackage(part)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("io.berth..")
                .and(JavaClass.Predicates.resideOutsideOfPackage(part))
                .and(JavaClass.Predicates.resideOutsideOfPackages(others)))
        .check(berth);
  }
}
