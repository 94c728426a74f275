package org.consilium.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.platform.NotAfterToday;
import org.consilium.platform.NotBefore;
import org.consilium.platform.PlainText;
import org.consilium.testing.architecture.CommonRules;

/** The rules of the house for what people see: pages ask services, and know nothing of what lies behind them. */
@AnalyzeClasses(packages = "org.consilium.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests COMMON_RULES = ArchTests.in(CommonRules.class);

    @ArchTest
    static final ArchRule NO_BACK_END = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "software.amazon..", "org.redisson..");

    @ArchTest
    static final ArchRule SERVER_ONLY_BY_ITS_API = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.consilium.server..", "org.consilium.local..", "org.consilium.aws..")
                            .and(not(resideInAPackage("org.consilium.server.api"))));

    @ArchTest
    static final ArchRule NO_ENTITY = noClasses().should().dependOnClassesThat(annotatedWith(Entity.class));

    @ArchTest
    static final ArchRule ONLY_SERVICES_AND_WHAT_THEY_GIVE = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "are the inner parts of a feature",
                    type -> type.isAnnotatedWith(ApplicationScoped.class)
                            && type.getPackageName().startsWith("org.consilium.")
                            && !type.getPackageName().startsWith("org.consilium.web")));

    /** A page checks a text by the same composed constraint as the service that takes it. */
    @ArchTest
    static final ArchRule TEXTS_HAVE_THE_CONSTRAINTS_OF_THE_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    PlainText.class, NotBefore.class, Email.class, NotAfterToday.class, Pattern.class, Size.class);

    /** A form can set a property that has a setter; a text without a maximum could fill the session. */
    @ArchTest
    static final ArchRule TEXTS_HAVE_A_MAXIMUM = methods()
            .that()
            .haveNameMatching("set[A-Z].*")
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Named.class)
            .and()
            .haveRawParameterTypes(String.class)
            .should(haveAMaximum());

    private static ArchCondition<JavaMethod> haveAMaximum() {
        return new ArchCondition<>("set a property with a constraint of its length") {
            @Override
            public void check(JavaMethod setter, ConditionEvents events) {
                String name = setter.getName().substring(3);
                String field = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                boolean limited = Stream.concat(
                                setter.getOwner().tryGetField(field).stream(),
                                setter.getOwner().tryGetMethod("get" + name).stream())
                        .anyMatch(member -> member.isMetaAnnotatedWith(Size.class));
                events.add(new SimpleConditionEvent(setter, limited, setter.getFullName()));
            }
        };
    }

    /** JSON is bound to records; a block for scripts, which is written into a page, is the one exception. */
    @ArchTest
    static final ArchRule JSON_IS_BOUND = noClasses()
            .that()
            .resideOutsideOfPackage("org.consilium.web.script")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "jakarta\\.json\\.(Json(Array|Object|Value|Number|String|Reader|Writer).*|Json|stream\\..*)");

    /** In the reader's time zone, whatever shows them. */
    @ArchTest
    static final ArchRule TIMES_ARE_WRITTEN_IN_ONE_PLACE = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Times(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(format\\..*|LocalDateTime|ZonedDateTime|OffsetDateTime)");

    @ArchTest
    static final ArchRule RESOURCES_ARE_NAMED_RESOURCE =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    /** Each is in the package of its feature. */
    @ArchTest
    static final ArchRule CLASSES_NAMED_RESOURCE_ARE_RESOURCES = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .beAnnotatedWith(Path.class)
            .andShould()
            .resideOutsideOfPackage("org.consilium.web.site");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("org.consilium.web.(*)..").should().beFreeOfCycles();
}
