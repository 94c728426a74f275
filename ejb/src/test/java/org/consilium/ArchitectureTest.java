package org.consilium;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.consilium.access.RecordId;
import org.consilium.access.Requires;
import org.jspecify.annotations.NullMarked;

/** The rules of the house for what the system does: who may know whom, and what every service must say. */
@AnalyzeClasses(packages = "org.consilium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Rows that are written once, or changed by a statement that says what they must be before, need no version. */
    private static final Set<String> WRITTEN_ONCE = Set.of(
            "Message",
            "MessageImage",
            "StaffNote",
            "AfterVisitSummary",
            "ReadMark",
            "ImageUpload",
            "ImageAnnotation",
            "ImageKey");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("org.consilium.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_WEB =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.faces..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule SERVER_ONLY_BY_ITS_API = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.consilium.server..", "org.consilium.local..", "org.consilium.aws..")
                            .and(not(resideInAPackage("org.consilium.server.api"))));

    @ArchTest
    static final ArchRule ENTITIES_STAY_IN_THEIR_FEATURE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(new ArchCondition<>("be known in their own package alone") {
                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    entity.getDirectDependenciesToSelf().stream()
                            .filter(use ->
                                    !use.getOriginClass().getPackageName().equals(entity.getPackageName()))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(entity, use.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule SERVICES_GIVE_NO_ENTITY = methods()
            .that()
            .areDeclaredInClassesThat(are(annotated(Stateless.class)))
            .and()
            .arePublic()
            .should(new ArchCondition<>("take and give no entity") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean given = method.getReturnType().getAllInvolvedRawTypes().stream()
                            .anyMatch(type -> type.isAnnotatedWith(Entity.class));
                    boolean taken =
                            method.getRawParameterTypes().stream().anyMatch(type -> type.isAnnotatedWith(Entity.class));
                    events.add(new SimpleConditionEvent(method, !given && !taken, method.getDescription()));
                }
            });

    @ArchTest
    static final ArchRule SERVICE_METHODS_DECLARE_THEIR_ACTION = methods()
            .that()
            .areDeclaredInClassesThat(are(annotated(Stateless.class)))
            .and()
            .arePublic()
            .should()
            .beAnnotatedWith(Requires.class);

    @ArchTest
    static final ArchRule ACTIONS_ON_A_RECORD_TAKE_ITS_ID = methods()
            .that()
            .areAnnotatedWith(Requires.class)
            .should(new ArchCondition<>("take a record id if their action is done to one") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean onRecord =
                            method.getAnnotationOfType(Requires.class).value().isOnRecord();
                    boolean takesId = method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isAssignableTo(RecordId.class));
                    events.add(new SimpleConditionEvent(method, !onRecord || takesId, method.getDescription()));
                }
            });

    @ArchTest
    static final ArchRule SERVICES_ARE_NAMED_SO =
            classes().that().areAnnotatedWith(Stateless.class).should().haveSimpleNameEndingWith("Service");

    @ArchTest
    static final ArchRule CHANGEABLE_ENTITIES_HAVE_A_VERSION = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and(DescribedPredicate.describe("can change", type -> !WRITTEN_ONCE.contains(type.getSimpleName())))
            .should(new ArchCondition<>("have a version") {
                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    boolean versioned =
                            entity.getFields().stream().anyMatch(field -> field.isAnnotatedWith(Version.class));
                    events.add(new SimpleConditionEvent(entity, versioned, entity.getDescription()));
                }
            });

    @ArchTest
    static final ArchRule JDBC_IN_DATABASE =
            onlyIn("database", "java.sql..", "javax.sql..", "org.flywaydb..", "com.mysql..");

    @ArchTest
    static final ArchRule AWS_IN_STORAGE = onlyIn("storage", "software.amazon..");

    @ArchTest
    static final ArchRule REDISSON_IN_CACHE = onlyIn("cache", "org.redisson..");

    @ArchTest
    static final ArchRule MAIL_IN_MAIL = onlyIn("mail", "jakarta.mail..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)");

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(new ArchCondition<>("live in a package that is null-marked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getDescription()));
                }
            });

    private static ArchRule onlyIn(String feature, String... packages) {
        return noClasses()
                .that(not(resideInAPackage("org.consilium." + feature + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<CanBeAnnotated> annotated(Class<? extends java.lang.annotation.Annotation> with) {
        return CanBeAnnotated.Predicates.annotatedWith(with);
    }
}
