package org.consilium;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Version;
import java.util.stream.Stream;
import org.consilium.account.Accounts;
import org.consilium.platform.Immutable;
import org.consilium.platform.Unversioned;

/** How entities are known, changed, and identified. */
@AnalyzeClasses(packages = "org.consilium", importOptions = ImportOption.DoNotIncludeTests.class)
class EntityRulesTest {

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
            .areDeclaredInClassesThat(are(annotatedWith(Entity.class)))
            .should()
            .beAnnotatedWith(GeneratedValue.class);

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
}
