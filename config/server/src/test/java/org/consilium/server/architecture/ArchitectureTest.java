package org.consilium.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.consilium.testing.architecture.CommonRules;

/** The structure of the server. */
@AnalyzeClasses(packages = "org.consilium.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests COMMON_RULES = ArchTests.in(CommonRules.class);

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
}
