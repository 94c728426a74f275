package org.consilium.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.consilium.testing.architecture.CommonRules;

/** The structure of this module: the run command on top, child processes at the bottom, and no cycles. */
@AnalyzeClasses(packages = "org.consilium.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests COMMON_RULES = ArchTests.in(CommonRules.class);

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_RUN_COMMAND = noClasses()
            .that()
            .resideOutsideOfPackage("org.consilium.local")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.consilium.local");

    @ArchTest
    static final ArchRule PROCESSES_KNOW_NO_PROGRAM = noClasses()
            .that()
            .resideInAPackage("org.consilium.local.process")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.consilium.local.process", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.consilium.local.(*)..").should().beFreeOfCycles();
}
