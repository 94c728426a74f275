package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.consultation.ConsultationId;
import org.consilium.image.ImageId;
import org.consilium.platform.PublicIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What clinicians may do with a consultation and its photos, by the way in which they reach it: every method that takes
 * one, for each relation of care and for none. Whoever is let in for a while reads and writes, and decides nothing.
 */
class ReachMatrixIT extends InContainer {

    @Inject
    private BeanManager beans;

    @Inject
    private Attempts attempts;

    /** How a clinician of another team comes to reach a consultation; null for not at all. */
    private static final List<@Nullable Relation> WAYS =
            Arrays.asList(null, Relation.CARE_TEAM, Relation.COVER, Relation.ASKED_IN, Relation.EMERGENCY);

    @Test
    void eachRelationGivesWhatItShould() {
        Map<String, Action> actions = methods()
                .collect(Collectors.toMap(
                        ReachMatrixIT::name,
                        method -> method.getAnnotation(Requires.class).value(),
                        (one, same) -> one));
        List<String> wrong = new ArrayList<>();
        for (Role role : List.of(Role.NURSE, Role.DOCTOR)) {
            for (Relation relation : WAYS) {
                Actor patient = hospital.patient();
                ConsultationId consultation = submittedBy(patient);
                ImageId image = photo(patient);
                patient.does(() -> consultations.write(consultation, Forms.message("A photo", image)));
                Actor clinician = clinician(role, relation, patient, consultation);
                onRecords(consultation, image).forEach(attempt -> {
                    Action action = Objects.requireNonNull(actions.get(attempt.method()), attempt.method());
                    boolean expected = relation != null
                            && attempt.isOpenTo(role)
                            && (relation.isOfCareTeam() || !action.isForCareTeam());
                    if (Refusals.isReached(() -> clinician.does(attempt.call())) != expected) {
                        wrong.add(role + (expected ? " does not reach " : " reaches ") + attempt.method() + " by "
                                + relation);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A method that takes a consultation, or a photo in one, has to be among the attempts. */
    @Test
    void theMatrixHasEveryMethodThatTakesOne() {
        assertThat(onRecords(new ConsultationId(PublicIds.next()), new ImageId(PublicIds.next()))
                        .map(Attempt::method))
                .containsAll(methods()
                        .filter(method -> Arrays.stream(method.getParameterTypes())
                                .filter(RecordId.class::isAssignableFrom)
                                .findFirst()
                                .filter(type -> type == ConsultationId.class || type == ImageId.class)
                                .isPresent())
                        .filter(method ->
                                method.getAnnotation(Requires.class).value().isOnRecord())
                        .map(ReachMatrixIT::name)
                        .filter(name -> !OF_OWN_PHOTOS.contains(name))
                        .toList());
    }

    /** On photos before they are sent, which their sender alone reaches. */
    private static final List<String> OF_OWN_PHOTOS = List.of(
            "ImageUploadService.state",
            "ImageUploadService.complete",
            "ImageUploadService.removeMetadata",
            "ImageUploadService.discard");

    private Stream<Attempt> onRecords(ConsultationId consultation, ImageId image) {
        return Stream.of(
                        attempts.care().onSentImage(image).stream(),
                        attempts.care().onImage(image).stream()
                                .filter(attempt -> !OF_OWN_PHOTOS.contains(attempt.method())),
                        attempts.care().onConsultation(consultation).stream())
                .flatMap(Function.identity());
    }

    private Stream<Method> methods() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.getName().startsWith("org.consilium.") && !type.isInterface())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Requires.class) && !method.isBridge());
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private Actor clinician(Role role, @Nullable Relation relation, Actor patient, ConsultationId consultation) {
        Actor clinician = role == Role.NURSE
                ? hospital.nurse(relation == Relation.CARE_TEAM ? Hospital.GENERAL_CARE : Hospital.SKIN)
                : hospital.doctor(relation == Relation.CARE_TEAM ? Hospital.GENERAL_CARE : Hospital.SKIN);
        if (relation == Relation.COVER) {
            var unused =
                    rows.grant().cover(hospital.doctor(Hospital.GENERAL_CARE).key(), clinician.key());
        } else if (relation == Relation.ASKED_IN) {
            long asker = hospital.doctor(Hospital.GENERAL_CARE).key();
            rows.grant().asking(consultation.value(), clinician.key(), asker);
        } else if (relation == Relation.EMERGENCY) {
            rows.grant().emergency(clinician.key(), patient.key());
        }
        return clinician;
    }
}
