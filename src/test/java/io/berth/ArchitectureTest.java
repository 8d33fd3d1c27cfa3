package io.berth;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The arrow between features, and never back: inventory → services → hosts → subnets → networks →
 * organizations. The keys stand aside, and what all may use knows no feature.
 */
@AnalyzeClasses(packages = "io.berth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** What each package may use of Berth beside itself. */
  private static final Map<String, Set<String>> ARROW =
      Map.ofEntries(
          feature("inventory", "services", "hosts", "subnets", "networks", "organizations"),
          feature("services", "hosts", "subnets", "networks", "organizations"),
          feature("hosts", "subnets", "networks", "organizations"),
          feature("subnets", "networks", "organizations"),
          feature("networks", "organizations"),
          feature("organizations"),
          feature("users", "organizations"),
          feature("keys", "users", "networks", "organizations"),
          feature("health"),
          feature("unsupported"),
          feature("codes"),
          feature("metrics"),
          feature("openapi"),
          feature("grizzly"),
          common("tags", "access", "problems", "answers", "database"),
          common("access", "problems", "answers", "database"),
          common("answers", "problems", "database"),
          common("database", "problems", "answers"),
          common("problems"));

  @ArchTest
  void a_package_uses_only_what_the_arrow_points_to(JavaClasses berth) {
    classes().should(followTheArrow()).check(berth);
  }

  @ArchTest
  void features_do_not_go_round_in_circles(JavaClasses berth) {
    slices()
        .matching("io.berth.(*)..")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(
            resideInAPackage("io.berth.answers"), resideInAPackage("io.berth.database"))
        .check(berth);
  }

  @ArchTest
  void every_package_is_in_the_arrow(JavaClasses berth) {
    assertThat(packages(berth)).isSubsetOf(ARROW.keySet());
  }

  private static Map.Entry<String, Set<String>> feature(String name, String... others) {
    Set<String> used = new TreeSet<>(Set.of(others));
    used.addAll(Set.of("tags", "access", "problems", "answers", "database"));
    return Map.entry(name, used);
  }

  private static Map.Entry<String, Set<String>> common(String name, String... others) {
    return Map.entry(name, Set.of(others));
  }

  private static Set<String> packages(JavaClasses berth) {
    return berth.stream()
        .map(ArchitectureTest::feature)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String feature(JavaClass type) {
    return type.getPackageName().replaceFirst("^io\\.berth\\.?", "");
  }

  private static ArchCondition<JavaClass> followTheArrow() {
    return new ArchCondition<>("follow the arrow") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<String> allowed = ARROW.getOrDefault(feature(type), Set.of());
        type.getDirectDependenciesFromSelf().stream()
            .filter(use -> use.getTargetClass().getPackageName().startsWith("io.berth"))
            .filter(use -> !feature(use.getTargetClass()).equals(feature(type)))
            .filter(use -> !allowed.contains(feature(use.getTargetClass())))
            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
      }
    };
  }
}
