package org.consilium;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Version;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.CallLimits;
import org.consilium.access.RecordId;
import org.consilium.access.Requires;
import org.consilium.account.Accounts;
import org.consilium.account.Argon2idHash;
import org.consilium.cache.RateLimiter;
import org.consilium.form.SentForm;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.Limits;
import org.consilium.limit.NotLimited;
import org.consilium.limit.SignedInAccount;
import org.consilium.platform.Immutable;
import org.consilium.platform.NotAfterToday;
import org.consilium.platform.NotBefore;
import org.consilium.platform.PlainText;
import org.consilium.platform.Unversioned;
import org.consilium.platform.VisibleText;
import org.consilium.testing.architecture.CommonRules;

/** The rules of the house for what the system does: who may know whom, and what every service must say. */
@AnalyzeClasses(packages = "org.consilium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> STORING = Set.of("persist", "merge", "remove", "lock");

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

    /** The lock would end before the action begins, and somebody else could change the record in between. */
    @ArchTest
    static final ArchRule ACTIONS_THAT_LOCK_RUN_IN_A_TRANSACTION = methods()
            .that()
            .areAnnotatedWith(Requires.class)
            .and(are(ofAction(Action::locksRecord)))
            .should()
            .notBeAnnotatedWith(TransactionAttribute.class)
            .andShould()
            .beDeclaredInClassesThat(not(annotated(TransactionAttribute.class)));

    @ArchTest
    static final ArchRule ACTIONS_ON_A_RECORD_CHANGE_IT_ONLY_LOCKED = methods()
            .that()
            .areAnnotatedWith(Requires.class)
            .and(are(ofAction(action -> action.isOnRecord() && !action.locksRecord())))
            .should(new ArchCondition<>("store nothing, as their record is not locked") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getMethodCallsFromSelf().stream()
                            .filter(call -> call.getTargetOwner().isEquivalentTo(EntityManager.class))
                            .filter(call -> STORING.contains(call.getName()))
                            .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
                }
            });

    /** A field that is left out could change between two attempts, and its change would be lost. */
    @ArchTest
    static final ArchRule FORMS_ARE_RECOGNIZED_BY_ALL_THAT_THEY_SAY = methods()
            .that()
            .haveRawReturnType(SentForm.class)
            .and()
            .areDeclaredInClassesThat()
            .areRecords()
            .should(new ArchCondition<>("read every field of the form; photos are described by their content") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Set<String> read = method.getFieldAccesses().stream()
                            .map(access -> access.getTarget().getName())
                            .collect(Collectors.toSet());
                    method.getOwner().getFields().stream()
                            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                            .map(JavaField::getName)
                            .filter(field -> !field.equals("images") && !read.contains(field))
                            .forEach(field -> events.add(
                                    SimpleConditionEvent.violated(method, method.getDescription() + " " + field)));
                }
            });

    @ArchTest
    static final ArchRule LIMITS_STAND_BESIDE_PERMISSIONS = methods()
            .that()
            .areAnnotatedWith(Limited.class)
            .should()
            .beAnnotatedWith(Requires.class)
            .andShould(
                    new ArchCondition<>("take what their limits count by, unless that is a caller who has signed in") {
                        @Override
                        public void check(JavaMethod method, ConditionEvents events) {
                            for (Limit limit :
                                    method.getAnnotationOfType(Limited.class).value()) {
                                boolean counted = limit.subject() == SignedInAccount.class
                                        ? !method.getAnnotationOfType(Requires.class)
                                                .value()
                                                .isOpenToAnyone()
                                        : method.getRawParameterTypes().stream()
                                                .anyMatch(type -> type.isEquivalentTo(limit.subject()));
                                events.add(new SimpleConditionEvent(
                                        method, counted, method.getDescription() + " " + limit));
                            }
                        }
                    });

    @ArchTest
    static final ArchRule ACTIONS_THAT_WRITE_ARE_LIMITED = methods()
            .that()
            .areAnnotatedWith(Requires.class)
            .and(are(ofAction(action -> !action.isReading())))
            .should(new ArchCondition<>("declare their limits, or say why they need none") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean either = method.isAnnotatedWith(Limited.class) != method.isAnnotatedWith(NotLimited.class);
                    events.add(new SimpleConditionEvent(method, either, method.getDescription()));
                }
            });

    /** An upload that is resumed does not count again, which no annotation can say. */
    @ArchTest
    static final ArchRule LIMITS_ARE_DECLARED_BY_ANNOTATION = noClasses()
            .that()
            .doNotBelongToAnyOf(Limits.class, CallLimits.class)
            .and()
            .doNotHaveSimpleName("ImageUploadService")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Limits.class, RateLimiter.class);

    @ArchTest
    static final ArchRule SERVICES_ARE_NAMED_SO =
            classes().that().areAnnotatedWith(Stateless.class).should().haveSimpleNameEndingWith("Service");

    /** An entity that changes has a version, or says what keeps concurrent changes apart instead. */
    @ArchTest
    static final ArchRule CHANGEABLE_ENTITIES_HAVE_A_VERSION = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(new ArchCondition<>("have a version, be immutable, or say why they need none") {
                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    boolean versioned =
                            entity.getAllFields().stream().anyMatch(field -> field.isAnnotatedWith(Version.class));
                    long said = Stream.of(
                                    versioned,
                                    entity.isAnnotatedWith(Immutable.class),
                                    entity.isAnnotatedWith(Unversioned.class))
                            .filter(Boolean::booleanValue)
                            .count();
                    events.add(new SimpleConditionEvent(entity, said == 1, entity.getDescription()));
                }
            });

    @ArchTest
    static final ArchRule IMMUTABLE_ENTITIES_ARE_SET_BY_CONSTRUCTORS_ALONE = classes()
            .that()
            .areAnnotatedWith(Immutable.class)
            .should(new ArchCondition<>("have no method that sets a field") {
                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    entity.getFieldAccessesFromSelf().stream()
                            .filter(access -> access.getAccessType() == AccessType.SET
                                    && access.getTargetOwner().isAssignableFrom(entity.getName())
                                    && !access.getOrigin().isConstructor())
                            .forEach(access ->
                                    events.add(SimpleConditionEvent.violated(entity, access.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule KEYS_ARE_GENERATED_IN_ONE_PLACE = noFields()
            .that()
            .areDeclaredInClassesThat(are(annotated(Entity.class)))
            .should()
            .beAnnotatedWith(GeneratedValue.class);

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

    @ArchTest
    static final ArchRule JDBC_IN_DATABASE =
            onlyIn("database", "java.sql..", "javax.sql..", "org.flywaydb..", "com.mysql..");

    @ArchTest
    static final ArchRule AWS_IN_STORAGE_AND_MAIL = noClasses()
            .that()
            .resideOutsideOfPackages("org.consilium.storage..", "org.consilium.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule REDISSON_IN_CACHE = onlyIn("cache", "org.redisson..");

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

    /** A second person approves a role before there is an account for it, and never changes it afterwards. */
    @ArchTest
    static final ArchRule ROLES_ARE_GIVEN_IN_ONE_WAY = classes()
            .that()
            .haveSimpleName("Account")
            .should(new ArchCondition<>("set the role in the constructor alone, which Accounts alone calls") {
                @Override
                public void check(JavaClass account, ConditionEvents events) {
                    account.getField("role").getAccessesToSelf().stream()
                            .filter(access -> access.getAccessType() == AccessType.SET
                                    && !access.getOrigin().isConstructor())
                            .forEach(access ->
                                    events.add(SimpleConditionEvent.violated(account, access.getDescription())));
                    account.getConstructorCallsToSelf().stream()
                            .filter(call -> !call.getOriginOwner().isEquivalentTo(Accounts.class))
                            .forEach(call -> events.add(SimpleConditionEvent.violated(account, call.getDescription())));
                }
            });

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

    private static DescribedPredicate<JavaMethod> ofAction(Predicate<Action> which) {
        return DescribedPredicate.describe(
                "of such an action",
                method -> which.test(method.getAnnotationOfType(Requires.class).value()));
    }

    private static DescribedPredicate<CanBeAnnotated> annotated(Class<? extends java.lang.annotation.Annotation> with) {
        return CanBeAnnotated.Predicates.annotatedWith(with);
    }
}
