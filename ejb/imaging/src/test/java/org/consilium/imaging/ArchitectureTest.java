package org.consilium.imaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.consilium.testing.architecture.CommonRules;

/** Keeps the node's side and the worker's side apart, and both free of the application server. */
@AnalyzeClasses(packages = "org.consilium.imaging", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests COMMON_RULES = ArchTests.in(CommonRules.class);

    @ArchTest
    static final ArchRule PLAIN_JAVA =
            noClasses().should().dependOnClassesThat().resideInAPackage("jakarta..");

    @ArchTest
    static final ArchRule NODE_LOADS_NOTHING_OF_THE_WORKER = classes()
            .that()
            .resideInAnyPackage("org.consilium.imaging", "org.consilium.imaging.client")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.consilium.imaging", "org.consilium.imaging.client", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.consilium.imaging.(*)..").should().beFreeOfCycles();
}
