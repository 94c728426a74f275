package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consilium.account.password.WeakPasswordException;
import org.consilium.account.password.WeakPasswordException.Reason;
import org.consilium.care.NewPatient;
import org.consilium.care.RegistrationService;
import org.consilium.consultation.BodySite;
import org.consilium.consultation.Closing;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationTitle;
import org.consilium.consultation.MessageText;
import org.consilium.consultation.NewConsultation;
import org.consilium.consultation.NewMessage;
import org.consilium.consultation.Severity;
import org.junit.jupiter.api.Test;

/** What does not fit is refused at the service, whichever page it comes through, and nothing of it is stored. */
class ValidationIT extends InContainer {

    private static final List<String> NOT_TEXT = List.of(
            "",
            " \n ",
            "\u00A0\u200B",
            "\u3164",
            "\u0301",
            "line\r\nbreak",
            "C1 \u0092",
            "x".repeat(MessageText.MAX + 1),
            "NUL \0 inside",
            "bell \u0007",
            "half \uD83E");

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    private RegistrationService registration;

    @Test
    void refusesTextsThatAreNone() {
        Actor patient = hospital.patient();
        Actor doctor = hospital.doctor(Hospital.GENERAL_CARE);
        ConsultationId id = inCare(patient, doctor);
        long version = read(doctor, id).version();
        for (String text : NOT_TEXT) {
            assertRefused(() -> patient.asks(() -> consultations.submit(described(text))));
            assertRefused(() -> patient.does(() -> consultations.write(id, Forms.message(text))));
            assertRefused(() -> doctor.does(() -> consultations.note(id, Forms.note(text))));
            assertRefused(() -> doctor.does(() -> consultations.close(id, new Closing(text, "Rest.", version))));
            assertRefused(() -> doctor.does(() -> consultations.close(id, new Closing("Fine.", text, version))));
        }
        assertThat(rows.count("consultation where patient_id = ?", patient.key()))
                .isEqualTo(1);
        assertThat(read(doctor, id).entries()).hasSize(1);
        assertThat(read(doctor, id).notes()).isEmpty();
        assertThat(read(doctor, id).version()).isEqualTo(version);
    }

    @Test
    void takesTheLongestText() {
        Actor patient = hospital.patient();
        ConsultationId id = submittedBy(patient);
        String longest = "é".repeat(MessageText.MAX);
        patient.does(() -> consultations.write(id, Forms.message(longest)));
        assertThat(read(patient, id).entries().get(1).body()).isEqualTo(longest);
    }

    @Test
    void refusesTitlesAndDatesThatCannotBe() {
        Actor patient = hospital.patient();
        Stream.of(
                        consultation("", today),
                        consultation("x".repeat(ConsultationTitle.MAX + 1), today),
                        consultation("Fever", today.plusDays(2)),
                        consultation("Fever", LocalDate.of(1899, 12, 31)))
                .forEach(form -> assertRefused(() -> patient.asks(() -> consultations.submit(form))));
        assertThat(rows.count("consultation where patient_id = ?", patient.key()))
                .isZero();
    }

    @Test
    void refusesKeysOfAnotherForm() {
        Actor patient = hospital.patient();
        ConsultationId id = submittedBy(patient);
        assertRefused(() -> patient.does(() -> consultations.write(id, new NewMessage("Hello", List.of(), "1"))));
        assertThat(read(patient, id).entries()).hasSize(1);
    }

    @Test
    void refusesPeopleWhoCannotBe() {
        String email = Hospital.email();
        LocalDate birth = LocalDate.of(1980, 2, 29);
        Stream.of(
                        new NewPatient("Alex", "\u3164", birth, email, Hospital.PASSWORD, true),
                        new NewPatient("Alex", "x".repeat(81), birth, email, Hospital.PASSWORD, true),
                        new NewPatient("Alex", "Vega", today.plusDays(2), email, Hospital.PASSWORD, true),
                        new NewPatient("Alex\n", "Vega", birth, email, Hospital.PASSWORD, true),
                        new NewPatient("Alex", "Vega", birth, email, " ".repeat(15), true),
                        new NewPatient("Alex", "Vega", birth, email, "x".repeat(201), true),
                        new NewPatient("Alex", "Vega", birth, email, Hospital.PASSWORD, false),
                        new NewPatient("Alex", "Vega", birth, "no address", Hospital.PASSWORD, true))
                .forEach(form -> assertRefused(() -> registration.register(form, Locale.ENGLISH, Hospital.NETWORK)));
        assertThat(rows.count("registration where email = ?", email)).isZero();
    }

    @Test
    void refusesPasswordsThatAreEasyToGuess() {
        String email = Hospital.email();
        Map.of(
                        "too short",
                        Reason.SHORT,
                        "e\u0301".repeat(8),
                        Reason.SHORT,
                        "passwordpassword",
                        Reason.COMMON,
                        "alexvegaalexvega",
                        Reason.PERSONAL,
                        "123123123123123",
                        Reason.PREDICTABLE)
                .forEach((password, reason) -> {
                    NewPatient form = new NewPatient("Alex", "Vega", LocalDate.of(1980, 2, 29), email, password, true);
                    assertThatExceptionOfType(WeakPasswordException.class)
                            .isThrownBy(() -> registration.register(form, Locale.ENGLISH, Hospital.NETWORK))
                            .satisfies(weak ->
                                    assertThat(weak.reason()).as(password).isEqualTo(reason));
                });
        assertThat(rows.count("registration where email = ?", email)).isZero();
    }

    /** Who may not do it at all hears that, and nothing of the form's faults. */
    @Test
    void looksAtTheCallerBeforeTheForm() {
        Actor doctor = hospital.doctor(Hospital.GENERAL_CARE);
        Refusals.assertNotFound("submit", () -> doctor.asks(() -> consultations.submit(described(""))));
    }

    private static NewConsultation described(String text) {
        return new NewConsultation("Fever", text, BodySite.HEAD, null, Severity.MILD, List.of(), Forms.key());
    }

    private static NewConsultation consultation(String title, LocalDate since) {
        return new NewConsultation(title, "Since then.", BodySite.HEAD, since, Severity.MILD, List.of(), Forms.key());
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(EJBException.class)
                .isThrownBy(call)
                .withCauseInstanceOf(ConstraintViolationException.class);
    }
}
