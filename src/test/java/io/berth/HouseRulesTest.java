package io.berth;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
import io.berth.persistence.failures.TranslateCommitFailures;
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
import org.eclipse.microprofile.faulttolerance.Retry;

/** Checks the rules of the code base that concern several classes. */
@AnalyzeClasses(packages = "io.berth", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final int MAX_PARAMETERS = 4;
  private static final Set<String> SERVICES =
      Set.of("io.berth.services.Service", "io.berth.services.NewService");

  @ArchTest
  void only_resources_filters_and_http_depend_on_jax_rs(JavaClasses berth) {
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
  void only_ejbs_and_validators_depend_on_the_entity_manager(JavaClasses berth) {
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
  void class_names_have_no_meaningless_suffix(JavaClasses berth) {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Utils?|Helper|DTO|Dto|Bean)")
        .check(berth);
  }

  @ArchTest
  void only_the_entity_and_its_record_are_named_service(JavaClasses berth) {
    noClasses()
        .that(not(describe("the entity and its record", c -> SERVICES.contains(c.getName()))))
        .and()
        .areTopLevelClasses()
        .should()
        .haveSimpleNameEndingWith("Service")
        .check(berth);
  }

  @ArchTest
  void entities_have_no_setters(JavaClasses berth) {
    noMethods()
        .that()
        .areDeclaredInClassesThat(arePersistent())
        .should()
        .haveNameMatching("set[A-Z].*")
        .check(berth);
  }

  @ArchTest
  void entities_have_no_public_void_methods(JavaClasses berth) {
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
  void entities_have_private_fields(JavaClasses berth) {
    fields().that().areDeclaredInClassesThat(arePersistent()).should().bePrivate().check(berth);
  }

  @ArchTest
  void entities_have_no_public_constructors(JavaClasses berth) {
    constructors()
        .that()
        .areDeclaredInClassesThat(describe("are entities", c -> c.isAnnotatedWith(Entity.class)))
        .should()
        .notBePublic()
        .check(berth);
  }

  @ArchTest
  void resources_do_not_depend_on_entities(JavaClasses berth) {
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
  void resource_methods_declare_their_operation(JavaClasses berth) {
    methods()
        .that()
        .areMetaAnnotatedWith(HttpMethod.class)
        .should()
        .beAnnotatedWith(RequiresLevel.class)
        .check(berth);
  }

  @ArchTest
  void resources_that_retry_also_translate_failed_commits(JavaClasses berth) {
    classes()
        .that()
        .areAnnotatedWith(Retry.class)
        .should()
        .beAnnotatedWith(TranslateCommitFailures.class)
        .check(berth);
  }

  @ArchTest
  void methods_are_not_synchronized(JavaClasses berth) {
    noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED).check(berth);
  }

  @ArchTest
  void classes_do_not_use_standard_streams(JavaClasses berth) {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(berth);
  }

  @ArchTest
  void methods_have_at_most_four_parameters(JavaClasses berth) {
    codeUnits()
        .that(not(describe("of records", HouseRulesTest::isRecordConstructor)))
        .and(
            not(
                describe(
                    "overriding methods of libraries", HouseRulesTest::overridesExternalMethod)))
        .and(not(describe("of the compiler", c -> c.getName().startsWith("lambda$"))))
        .should(haveFewParameters())
        .check(berth);
  }

  private static ArchCondition<JavaCodeUnit> haveFewParameters() {
    return ArchCondition.from(
        describe(
            "have at most four parameters",
            unit -> unit.getRawParameterTypes().size() <= MAX_PARAMETERS));
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

  private static boolean isRecordConstructor(JavaCodeUnit unit) {
    return unit instanceof JavaConstructor && unit.getOwner().isRecord();
  }

  private static boolean overridesExternalMethod(JavaCodeUnit unit) {
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
