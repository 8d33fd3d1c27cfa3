package io.berth;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import io.berth.accounts.access.RequiresLevel;
import io.berth.persistence.StoredEntity;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.ConstraintValidator;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Set;
import java.util.stream.Stream;

/** The house rules that hold between classes. */
@AnalyzeClasses(packages = "io.berth", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final int MOST_PARAMETERS = 4;
  private static final Set<String> SERVICES =
      Set.of("io.berth.services.Service", "io.berth.services.NewService");

  @ArchTest
  void the_platform_of_http_is_known_to_few(JavaClasses berth) {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.berth.Api")
        .and(not(describe("resources", HouseRulesTest::isResource)))
        .and()
        .haveSimpleNameNotEndingWith("Filter")
        .and()
        .areNotAssignableTo(ContainerRequestFilter.class)
        .and()
        .areNotAssignableTo(ContainerResponseFilter.class)
        .and(not(resideInAPackage("io.berth.http..")))
        .and(not(resideInAPackage("io.berth.operations..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(berth);
  }

  @ArchTest
  void only_transactions_and_validators_touch_the_entity_manager(JavaClasses berth) {
    noClasses()
        .that()
        .areNotAnnotatedWith(Stateless.class)
        .and()
        .areNotAnnotatedWith(Singleton.class)
        .and()
        .areNotAssignableTo(ConstraintValidator.class)
        .and(not(resideInAPackage("io.berth.persistence..")))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class)
        .check(berth);
  }

  @ArchTest
  void no_name_ends_in_a_word_that_says_nothing(JavaClasses berth) {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Utils?|Helper|DTO|Dto|Bean)")
        .check(berth);
  }

  @ArchTest
  void what_is_called_a_service_is_one(JavaClasses berth) {
    noClasses()
        .that(not(describe("the entity and its record", c -> SERVICES.contains(c.getName()))))
        .and()
        .areTopLevelClasses()
        .should()
        .haveSimpleNameEndingWith("Service")
        .check(berth);
  }

  @ArchTest
  void an_entity_has_no_setter(JavaClasses berth) {
    noMethods()
        .that()
        .areDeclaredInClassesThat(arePersistent())
        .should()
        .haveNameMatching("set[A-Z].*")
        .check(berth);
  }

  @ArchTest
  void an_entity_has_no_verb_that_is_public(JavaClasses berth) {
    methods()
        .that()
        .areDeclaredInClassesThat(arePersistent())
        .and()
        .arePublic()
        .and(not(describe("static", m -> m.getModifiers().contains(JavaModifier.STATIC))))
        .should()
        .notHaveRawReturnType("void")
        .check(berth);
  }

  @ArchTest
  void an_entity_keeps_its_fields_to_itself(JavaClasses berth) {
    fields().that().areDeclaredInClassesThat(arePersistent()).should().bePrivate().check(berth);
  }

  @ArchTest
  void an_entity_is_made_in_its_own_package(JavaClasses berth) {
    constructors()
        .that()
        .areDeclaredInClassesThat(describe("are entities", c -> c.isAnnotatedWith(Entity.class)))
        .should()
        .notBePublic()
        .check(berth);
  }

  @ArchTest
  void a_resource_knows_no_entity(JavaClasses berth) {
    noClasses()
        .that(describe("are resources", HouseRulesTest::isResource))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(StoredEntity.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.persistence..")
        .check(berth);
  }

  @ArchTest
  void every_operation_says_which_it_is(JavaClasses berth) {
    methods()
        .that()
        .areMetaAnnotatedWith(HttpMethod.class)
        .should()
        .beAnnotatedWith(RequiresLevel.class)
        .check(berth);
  }

  @ArchTest
  void no_lock_lives_in_the_memory_of_a_process(JavaClasses berth) {
    noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED).check(berth);
  }

  @ArchTest
  void what_is_to_be_said_is_logged(JavaClasses berth) {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(berth);
  }

  @ArchTest
  void nothing_takes_more_than_four_parameters(JavaClasses berth) {
    codeUnits()
        .that(not(describe("of records", HouseRulesTest::isConstructorOfRecord)))
        .and(not(describe("asked for by others", HouseRulesTest::isAskedForByOthers)))
        .and(not(describe("of the compiler", c -> c.getName().startsWith("lambda$"))))
        .should(haveFewParameters())
        .check(berth);
  }

  private static ArchCondition<JavaCodeUnit> haveFewParameters() {
    return ArchCondition.from(
        describe(
            "have at most four parameters",
            unit -> unit.getRawParameterTypes().size() <= MOST_PARAMETERS));
  }

  private static boolean isResource(JavaClass type) {
    return type.getSimpleName().endsWith("Resource");
  }

  private static DescribedPredicate<JavaClass> arePersistent() {
    return describe(
        "are stored",
        type ->
            type.isAnnotatedWith(Entity.class)
                || type.isAnnotatedWith(Embeddable.class)
                || type.isAnnotatedWith(MappedSuperclass.class));
  }

  private static boolean isConstructorOfRecord(JavaCodeUnit unit) {
    return unit instanceof JavaConstructor && unit.getOwner().isRecord();
  }

  private static boolean isAskedForByOthers(JavaCodeUnit unit) {
    return unit instanceof JavaMethod
        && Stream.concat(
                unit.getOwner().getAllRawInterfaces().stream(),
                unit.getOwner().getAllRawSuperclasses().stream())
            .filter(type -> !type.getPackageName().startsWith("io.berth"))
            .flatMap(type -> type.getMethods().stream())
            .anyMatch(
                method ->
                    method.getName().equals(unit.getName())
                        && method.getRawParameterTypes().size()
                            == unit.getRawParameterTypes().size());
  }
}
