package org.consilium.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
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

    /** Packages that may be larger; their {@code package-info} gives the reason. */
    private static final Set<String> LARGE_PACKAGES = Set.of("org.consilium.account", "org.consilium.consultation");

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

    /** Otherwise a text that is cut off could occupy a thread forever. */
    @ArchTest
    static final ArchRule JSON_IS_COMPLETE_BEFORE_IT_IS_BOUND = noClasses()
            .that()
            .doNotHaveSimpleName("CompleteJson")
            .should()
            .callMethodWhere(target(owner(name("jakarta.json.bind.Jsonb"))).and(target(name("fromJson"))));

    /**
     * What looks blank is no text, which {@code VisibleText} checks; dates go by the hospital's time zone, which
     * {@code NotAfterToday} knows.
     */
    @ArchTest
    static final ArchRule TEXTS_ARE_VISIBLE_AND_DATES_ARE_OF_THE_HOSPITAL = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.validation\\.constraints\\."
                    + "(NotBlank|NotEmpty|Past|PastOrPresent|Future|FutureOrPresent)");

    private CommonRules() {}

    @ArchTest
    static void cyclesAreSmall(JavaClasses classes) {
        assertThat(ClassCycles.in(classes))
                .allSatisfy(cycle -> assertThat(cycle).hasSizeLessThanOrEqualTo(MAX_CYCLE));
    }

    /** A large package that has shrunk is not an exception any longer. */
    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size > MAX_CLASSES)
                        .as("%s holds %d classes", name, size)
                        .isEqualTo(LARGE_PACKAGES.contains(name)));
    }
}
