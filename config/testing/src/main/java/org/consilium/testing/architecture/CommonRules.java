package org.consilium.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The rules for every module; an architecture test includes it by {@code ArchTests.in(CommonRules.class)}. */
public final class CommonRules {
    private static final int MAX_CYCLE = 3;
    private static final int MAX_CLASSES = 25;

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

    private CommonRules() {}

    @ArchTest
    static void cyclesAreSmall(JavaClasses classes) {
        assertThat(ClassCycles.in(classes))
                .allSatisfy(cycle -> assertThat(cycle).hasSizeLessThanOrEqualTo(MAX_CYCLE));
    }

    /**
     * Fails if a package holds more than 25 top-level classes.
     *
     * @param large the names of packages that may; their {@code package-info} gives the reason
     */
    public static void assertPackagesAreSmall(JavaClasses classes, Set<String> large) {
        Map<String, Long> sizes = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        Set<String> tooLarge = sizes.entrySet().stream()
                .filter(entry -> entry.getValue() > MAX_CLASSES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(sizes).isNotEmpty();
        assertThat(tooLarge).isEqualTo(large);
    }
}
