package org.consilium;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.consilium.access.Action;
import org.consilium.access.CallLimits;
import org.consilium.access.FreshTicket;
import org.consilium.access.RecordId;
import org.consilium.access.Requires;
import org.consilium.cache.RateLimiter;
import org.consilium.form.SentForm;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.Limits;
import org.consilium.limit.NotLimited;
import org.consilium.limit.SignedInAccount;

/** Every method of a service declares its action, its record, its limits, and the content of its form. */
@AnalyzeClasses(packages = "org.consilium", importOptions = ImportOption.DoNotIncludeTests.class)
class ServiceRulesTest {

    private static final Set<String> STORING = Set.of("persist", "merge", "remove", "lock");

    @ArchTest
    static final ArchRule SERVICES_GIVE_NO_ENTITY = methods()
            .that()
            .areDeclaredInClassesThat(are(annotatedWith(Stateless.class)))
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
            .areDeclaredInClassesThat(are(annotatedWith(Stateless.class)))
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
    static final ArchRule ACTIONS_OF_WEIGHT_TAKE_A_FRESH_TICKET = methods()
            .that()
            .areAnnotatedWith(Requires.class)
            .should(new ArchCondition<>("take a ticket exactly if their action needs one, or is about tickets") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Action action = method.getAnnotationOfType(Requires.class).value();
                    boolean takesTicket = method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(FreshTicket.class));
                    boolean right = action.needsFreshTicket() == takesTicket || action == Action.PROVE_IDENTITY;
                    events.add(new SimpleConditionEvent(method, right, method.getDescription()));
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
            .beDeclaredInClassesThat(not(annotatedWith(TransactionAttribute.class)));

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

    /**
     * An upload that is resumed does not count again, and too many letters to one address are dropped without a word,
     * which no annotation can say.
     */
    @ArchTest
    static final ArchRule LIMITS_ARE_DECLARED_BY_ANNOTATION = noClasses()
            .that()
            .doNotBelongToAnyOf(Limits.class, CallLimits.class)
            .and()
            .doNotHaveSimpleName("ImageUploadService")
            .and()
            .doNotHaveSimpleName("Outbox")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Limits.class, RateLimiter.class);

    @ArchTest
    static final ArchRule SERVICES_ARE_NAMED_SO =
            classes().that().areAnnotatedWith(Stateless.class).should().haveSimpleNameEndingWith("Service");

    private static DescribedPredicate<JavaMethod> ofAction(Predicate<Action> which) {
        return DescribedPredicate.describe(
                "of such an action",
                method -> which.test(method.getAnnotationOfType(Requires.class).value()));
    }
}
