package org.consilium.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The structure of the server. */
@AnalyzeClasses(packages = "org.consilium.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int MAX_CYCLE = 3;
    private static final int MAX_CLASSES = 25;

    @ArchTest
    static final ArchRule STORE_KNOWS_NO_CONTAINER = noClasses()
            .that()
            .resideInAPackage("org.consilium.server.session.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.catalina..",
                    "jakarta..",
                    "com.sun..",
                    "fish.payara..",
                    "org.glassfish..",
                    "org.consilium.server.session",
                    "org.consilium.server.http..");

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

    @ArchTest
    static void cyclesAreSmall(JavaClasses server) {
        assertThat(ClassCycles.in(server)).allSatisfy(cycle -> assertThat(cycle).hasSizeLessThanOrEqualTo(MAX_CYCLE));
    }

    @ArchTest
    static void packagesAreSmall(JavaClasses server) {
        Map<String, Long> sizes = server.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MAX_CLASSES));
    }
}
