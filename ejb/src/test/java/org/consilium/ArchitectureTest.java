package org.consilium;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.consilium.account.password.Argon2idHash;
import org.consilium.platform.NotAfterToday;
import org.consilium.platform.NotBefore;
import org.consilium.platform.PlainText;
import org.consilium.platform.VisibleText;
import org.consilium.testing.architecture.CommonRules;

/** Which parts may know which, and what has one place of its own. */
@AnalyzeClasses(packages = "org.consilium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String OWNER_OF_TRAIL = "org.consilium.trail.owner..";

    @ArchTest
    static final ArchTests COMMON_RULES = ArchTests.in(CommonRules.class);

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("org.consilium.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.consilium.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_WEB =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.faces..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule SERVER_ONLY_BY_ITS_API = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.consilium.server..", "org.consilium.local..", "org.consilium.aws..")
                            .and(not(resideInAPackage("org.consilium.server.api"))));

    /** Each kind of text and date has one constraint of its own, which commands, columns and pages share. */
    @ArchTest
    static final ArchRule TEXTS_HAVE_COMPOSED_CONSTRAINTS = noClasses()
            .that()
            .areNotAnnotations()
            .and()
            .areNotAssignableTo(ConstraintValidator.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(PlainText.class, NotBefore.class, Email.class, NotAfterToday.class, VisibleText.class);

    @ArchTest
    static final ArchRule LENGTHS_OF_TEXTS_ARE_IN_COMPOSED_CONSTRAINTS =
            noFields().that().haveRawType(String.class).should().beAnnotatedWith(Size.class);

    /** The owner of the trail works outside of the application, by a command. */
    @ArchTest
    static final ArchRule JDBC_IN_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackages("org.consilium.database..", OWNER_OF_TRAIL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..", "com.mysql..");

    @ArchTest
    static final ArchRule AWS_IN_STORAGE_MAIL_AND_SECRET = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.consilium.storage..", "org.consilium.mail..", "org.consilium.secret..", OWNER_OF_TRAIL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule REDISSON_IN_CACHE = onlyIn("cache", "org.redisson..");

    /** It is the only use of the server's Jackson, too, which may go with any version of the server. */
    @ArchTest
    static final ArchRule WEBAUTHN_IN_PASSKEY = onlyIn("account.passkey", "com.yubico..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule MAIL_IN_MAIL = onlyIn("mail", "jakarta.mail..");

    /** There, their number at once is bounded. */
    @ArchTest
    static final ArchRule PASSWORDS_ARE_HASHED_IN_ONE_PLACE = noClasses()
            .that()
            .doNotBelongToAnyOf(Argon2idHash.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.password4j..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static ArchRule onlyIn(String feature, String... packages) {
        return noClasses()
                .that(not(resideInAPackage("org.consilium." + feature + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }
}
