package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.NotFreshException;
import org.consilium.account.PeopleService;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.ImageDetailsService;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.Severity;
import org.consilium.consultation.Step;
import org.consilium.consultation.team.AccessService;
import org.consilium.consultation.team.Viewer;
import org.consilium.consultation.team.ViewerReason;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyOpenException;
import org.consilium.emergency.EmergencyOversightService;
import org.consilium.emergency.EmergencyReason;
import org.consilium.emergency.EmergencyRow;
import org.consilium.emergency.EmergencyService;
import org.consilium.emergency.LetterDecidedException;
import org.consilium.emergency.LetterState;
import org.consilium.emergency.NewEmergency;
import org.consilium.emergency.OpenEmergency;
import org.consilium.emergency.PatientSearch;
import org.consilium.image.ImageId;
import org.consilium.image.ImageService;
import org.consilium.image.annotation.AnnotationService;
import org.consilium.imaging.Rendition;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In an emergency, a doctor of another team reaches the consultations of one patient, for a while and on record. */
class EmergencyIT extends InContainer {

    private static final String WORDS = "Unconscious, and nobody of the team answers";
    private static final String LETTER = "Someone on our staff has opened your pages";

    /** More than a timer's period, as any node's may do it. */
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    private EmergencyService emergencies;

    @Inject
    private EmergencyOversightService oversight;

    @Inject
    private QueueService queue;

    @Inject
    private PeopleService people;

    @Inject
    private ImageService images;

    @Inject
    private ImageDetailsService details;

    @Inject
    private AnnotationService annotations;

    @Inject
    private AccessService access;

    private Actor patient;
    private Actor doctor;
    private ConsultationId consultation;

    @BeforeEach
    void people() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.SKIN);
        consultation = submittedBy(patient);
    }

    private static PatientSearch searchFor(Actor person) {
        String[] names = person.fullName().split(" ", 2);
        return new PatientSearch(names[0], names[1], Hospital.BIRTH);
    }

    private static NewEmergency formFor(Actor person) {
        return new NewEmergency(searchFor(person), 1, EmergencyReason.URGENT_TREATMENT, WORDS);
    }

    private EmergencyId open(Actor clinician, Actor person) {
        return clinician
                .asks(() -> emergencies.open(formFor(person), hospital.ticketOf(clinician)))
                .orElseThrow();
    }

    private void isRefused(Actor person, Runnable call) {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> person.does(call));
    }

    /** What the trail has of somebody. */
    private List<String> trail(Actor person) {
        return rows.column(
                "select concat_ws(' ', kind, action, outcome, relation, reason, detail) from "
                        + rows.only("select database()")
                        + "_trail.entry where account = ? order by id",
                person.key());
    }

    private EmergencyRow row(EmergencyId id) {
        Actor officer = hospital.firstPrivacyOfficer();
        return officer.asks(() -> oversight.get(id));
    }

    @Test
    void aSearchSaysHowManyThereAreAndNothingElse() {
        PatientSearch right = searchFor(patient);
        assertThat(doctor.asks(() -> emergencies.find(right))).isEqualTo(1);
        PatientSearch otherwise =
                new PatientSearch(right.lastName().toUpperCase(Locale.ROOT), right.firstName(), right.dateOfBirth());
        assertThat(doctor.asks(() -> emergencies.find(otherwise))).isEqualTo(1);
        PatientSearch wrongDay = new PatientSearch(right.firstName(), right.lastName(), Hospital.BIRTH.plusDays(1));
        assertThat(doctor.asks(() -> emergencies.find(wrongDay))).isZero();
        PatientSearch beginning =
                new PatientSearch(right.firstName(), right.lastName().substring(0, 5), right.dateOfBirth());
        assertThat(doctor.asks(() -> emergencies.find(beginning))).isZero();
        Actor clinician = hospital.doctor(Hospital.SKIN);
        assertThat(doctor.asks(() -> emergencies.find(searchFor(clinician))))
                .as("no patient")
                .isZero();
        isRefused(doctor, () -> consultations.read(consultation, null));

        assertThat(trail(doctor))
                .containsExactly(
                        "SEARCH FIND_PATIENT DONE results=1 kind=name-and-birth-date",
                        "SEARCH FIND_PATIENT DONE results=1 kind=name-and-birth-date",
                        "SEARCH FIND_PATIENT DONE results=0 kind=name-and-birth-date",
                        "SEARCH FIND_PATIENT DONE results=0 kind=name-and-birth-date",
                        "SEARCH FIND_PATIENT DONE results=0 kind=name-and-birth-date",
                        "VIEW READ_CONSULTATION REFUSED NOT_PERMITTED");
    }

    @Test
    void isOpenedByFreshAuthenticationAlone() {
        assertThatExceptionOfType(NotFreshException.class)
                .isThrownBy(() -> doctor.does(() -> emergencies.open(formFor(patient), FreshTicket.NONE)));
        assertThat(rows.count("emergency_access where clinician_id = ?", doctor.key()))
                .isZero();
        assertThat(trail(doctor)).containsExactly("EMERGENCY OPEN_EMERGENCY REFUSED NOT_FRESH");
    }

    @Test
    void opensNothingForANameThatIsNotThere() {
        NewEmergency second = new NewEmergency(searchFor(patient), 2, EmergencyReason.OTHER, WORDS);
        assertThat(doctor.asks(() -> emergencies.open(second, hospital.ticketOf(doctor))))
                .isEmpty();
        assertThat(rows.count("emergency_access where clinician_id = ?", doctor.key()))
                .isZero();
    }

    @Test
    void lastsForFourHoursAndTellsWhy() {
        EmergencyId id = open(doctor, patient);
        OpenEmergency open = doctor.asks(emergencies::current).orElseThrow();
        assertThat(open.id()).isEqualTo(id);
        assertThat(open.patient()).isEqualTo(patient.fullName());
        EmergencyRow row = row(id);
        assertThat(row.until()).isEqualTo(row.openedAt().plus(Duration.ofHours(4)));
        assertThat(row.letterDueAt()).isEqualTo(row.openedAt().plus(Duration.ofHours(24)));
        assertThat(row.clinician()).isEqualTo(doctor.fullName());
        assertThat(row.patient()).isEqualTo(patient.fullName());
        assertThat(row.reason()).isEqualTo(EmergencyReason.URGENT_TREATMENT);
        assertThat(row.words()).isEqualTo(WORDS);
        assertThat(trail(doctor)).containsExactly("EMERGENCY OPEN_EMERGENCY DONE URGENT_TREATMENT step=opened");
        assertThat(rows.count(
                        rows.only("select database()")
                                + "_trail.entry where record = ? and account = ? and patient = ?",
                        id.value(),
                        doctor.key(),
                        patient.key()))
                .isEqualTo(1);
    }

    @Test
    void letsReadAndWriteInAllConsultationsOfThePatient() {
        ConsultationId other = submittedBy(patient);
        rows.change(
                "update consultation set team_id = (select id from team where public_id <> ? and public_id <> ?"
                        + " order by id limit 1) where public_id = ?",
                Hospital.GENERAL_CARE.value(),
                Hospital.SKIN.value(),
                other.value());
        ConsultationId inCare = inCare(patient, hospital.doctor(Hospital.GENERAL_CARE));
        isRefused(doctor, () -> consultations.write(inCare, Forms.message("Can you hear me?")));

        EmergencyId id = open(doctor, patient);
        assertThat(doctor.asks(() -> queue.inEmergency(id, null)).rows())
                .extracting(ConsultationSummary::id)
                .containsExactlyInAnyOrder(consultation, other, inCare);
        assertThat(read(doctor, other).can(Step.HAND_OVER)).isFalse();
        assertThat(read(doctor, inCare).can(Step.WRITE)).isTrue();
        assertThat(read(doctor, inCare).can(Step.CLOSE)).isFalse();
        doctor.does(() -> consultations.write(inCare, Forms.message("Can you hear me?")));
        doctor.does(() -> consultations.note(consultation, Forms.note("Seen in the emergency room")));
        doctor.does(() -> consultations.markUnread(other));
        assertThat(doctor.asks(
                        () -> uploads.uploadInto(inCare, new ByteArrayInputStream(SamplePhotos.png(8, 8)), false)))
                .isNotNull();
        assertThat(trail(doctor))
                .contains(
                        "LIST LIST_IN_EMERGENCY DONE EMERGENCY",
                        "VIEW READ_CONSULTATION DONE EMERGENCY",
                        "CHANGE WRITE_MESSAGE DONE EMERGENCY",
                        "CHANGE WRITE_STAFF_NOTE DONE EMERGENCY",
                        "CHANGE MARK_UNREAD DONE EMERGENCY",
                        "CHANGE UPLOAD_IMAGE_INTO DONE EMERGENCY");
    }

    @Test
    void whatIsForTheCareTeamStaysWithIt() {
        ImageId photo = photo(patient);
        ConsultationId withPhoto = patient.asks(
                () -> consultations.submit(Forms.consultation("With a photo", Severity.MILD, List.of(photo))));
        var unused = open(doctor, patient);
        assertThat(doctor.asks(() -> images.view(photo, Rendition.DISPLAY))).isNotNull();
        assertThat(doctor.asks(() -> details.get(photo)).forCareTeam()).isFalse();
        assertThat(hospital.doctor(Hospital.GENERAL_CARE)
                        .asks(() -> details.get(photo))
                        .forCareTeam())
                .isTrue();
        isRefused(doctor, () -> images.original(photo));
        isRefused(doctor, () -> annotations.add(photo, Forms.annotation("Here")));
        isRefused(doctor, () -> consultations.take(withPhoto));
        isRefused(doctor, () -> consultations.handOver(withPhoto, Hospital.SKIN));
        isRefused(doctor, () -> consultations.close(withPhoto, Forms.closing(-1)));
        assertThat(trail(doctor))
                .contains(
                        "PHOTO SEE_IMAGE DONE EMERGENCY",
                        "ORIGINAL SEE_ORIGINAL_IMAGE REFUSED EMERGENCY NOT_PERMITTED",
                        "CHANGE ANNOTATE_IMAGE REFUSED EMERGENCY NOT_PERMITTED",
                        "CHANGE TAKE_CONSULTATION REFUSED EMERGENCY NOT_PERMITTED",
                        "CHANGE HAND_OVER_CONSULTATION REFUSED EMERGENCY NOT_PERMITTED",
                        "CHANGE CLOSE_CONSULTATION REFUSED EMERGENCY NOT_PERMITTED");
    }

    @Test
    void isForOnePatientAndOneClinician() {
        Actor another = hospital.patient();
        ConsultationId foreign = submittedBy(another);
        EmergencyId id = open(doctor, patient);
        assertThat(read(doctor, consultation).title()).isNotBlank();
        isRefused(doctor, () -> consultations.read(foreign, null));
        Actor nurse = hospital.nurse(Hospital.SKIN);
        isRefused(nurse, () -> consultations.read(consultation, null));
        isRefused(nurse, () -> queue.inEmergency(id, null));
        isRefused(nurse, () -> emergencies.end(id));
        assertThatExceptionOfType(EmergencyOpenException.class).isThrownBy(() -> open(doctor, another));
        assertThat(open(doctor, patient)).as("the same one").isEqualTo(id);

        EmergencyId second = open(nurse, patient);
        assertThat(read(nurse, consultation).title()).isNotBlank();
        assertThat(second).isNotEqualTo(id);
    }

    @Test
    void forTheCareTeamItIsNoEmergency() {
        Actor member = hospital.nurse(Hospital.GENERAL_CARE);
        var unused = open(member, patient);
        var thread = read(member, consultation);
        assertThat(thread.can(Step.TAKE)).isTrue();
        assertThat(trail(member)).endsWith("VIEW READ_CONSULTATION DONE CARE_TEAM");
    }

    @Test
    void endsByItself() {
        EmergencyId id = open(doctor, patient);
        rows.change("update emergency_access set until_at = utc_timestamp(6) where public_id = ?", id.value());
        isRefused(doctor, () -> consultations.read(consultation, null));
        isRefused(doctor, () -> consultations.note(consultation, Forms.note("Too late")));
        isRefused(doctor, () -> queue.inEmergency(id, null));
        isRefused(doctor, () -> emergencies.end(id));
        await().pollInSameThread().atMost(SOON).until(() -> ending(id).equals("TIME"));
        assertThat(trail(doctor))
                .filteredOn("EMERGENCY EMERGENCY DONE TIME step=ended"::equals)
                .hasSize(1);
        var unused = open(doctor, hospital.patient());
    }

    private String ending(EmergencyId id) {
        return rows.only(
                "select coalesce(ending, '') from emergency_access where public_id = ? and open_by is null"
                        + " union select '' where not exists (select 1 from emergency_access where public_id = ?"
                        + " and open_by is null)",
                id.value(),
                id.value());
    }

    @Test
    void anotherCanBeOpenedAtOnceAfterItsTime() {
        EmergencyId id = open(doctor, patient);
        rows.change("update emergency_access set until_at = utc_timestamp(6) where public_id = ?", id.value());
        Actor another = hospital.patient();
        assertThat(open(doctor, another)).isNotEqualTo(id);
        assertThat(ending(id)).isEqualTo("TIME");
        isRefused(doctor, () -> consultations.read(consultation, null));
    }

    @Test
    void isEndedByItsClinician() {
        EmergencyId id = open(doctor, patient);
        doctor.does(() -> emergencies.end(id));
        assertThat(doctor.asks(emergencies::current)).isEqualTo(Optional.empty());
        isRefused(doctor, () -> consultations.read(consultation, null));
        isRefused(doctor, () -> emergencies.end(id));
        assertThat(trail(doctor)).contains("EMERGENCY END_EMERGENCY DONE EMERGENCY CLINICIAN step=ended");
        assertThat(row(id).ending()).hasToString("CLINICIAN");
        assertThat(open(doctor, hospital.patient())).isNotEqualTo(id);
    }

    @Test
    void disablingTheAccountEndsItForGood() {
        EmergencyId id = open(doctor, patient);
        Actor administrator = hospital.firstAdministrator();
        administrator.does(() -> people.disable(doctor.account()));
        isRefused(doctor, () -> consultations.read(consultation, null));
        administrator.does(() -> people.enable(doctor.account()));
        isRefused(doctor, () -> consultations.read(consultation, null));
        await().pollInSameThread().atMost(SOON).until(() -> ending(id).equals("DISABLED"));
        isRefused(doctor, () -> consultations.read(consultation, null));
        assertThat(trail(doctor)).contains("EMERGENCY EMERGENCY DONE DISABLED step=ended");
        assertThat(trail(administrator)).contains("PERMISSION DISABLE_ACCOUNT DONE ADMINISTRATION");
    }

    @Test
    void whoIsDisabledOpensNothing() {
        Actor administrator = hospital.firstAdministrator();
        FreshTicket ticket = hospital.ticketOf(doctor);
        administrator.does(() -> people.disable(doctor.account()));
        isRefused(doctor, () -> emergencies.open(formFor(patient), ticket));
    }

    @Test
    void thePatientIsToldByLetterInTime() {
        EmergencyId id = open(doctor, patient);
        assertThat(hospital.mails().has(patient.email(), LETTER)).isFalse();
        letterIsDue(id);
        assertThat(hospital.mails().take(patient.email(), LETTER)).isNotNull();
        assertThat(row(id)).returns(LetterState.SENT, EmergencyRow::letter).returns(null, EmergencyRow::letterDueAt);
    }

    private void letterIsDue(EmergencyId id) {
        rows.change("update emergency_access set letter_due_at = utc_timestamp(6) where public_id = ?", id.value());
    }

    /** Otherwise, holding the letter back would be of no use. */
    @Test
    void thePatientSeesWhoHasItOnceTheLetterIsSent() {
        EmergencyId id = open(doctor, patient);
        Actor member = hospital.nurse(Hospital.GENERAL_CARE);
        assertThat(reasons(member, doctor)).containsExactly(ViewerReason.EMERGENCY);
        assertThat(reasons(patient, doctor)).isEmpty();
        hospital.firstPrivacyOfficer().does(() -> oversight.sendLetter(id));
        assertThat(reasons(patient, doctor)).containsExactly(ViewerReason.EMERGENCY);
        doctor.does(() -> emergencies.end(id));
        assertThat(reasons(member, doctor)).isEmpty();
    }

    private List<ViewerReason> reasons(Actor reader, Actor of) {
        return reader.asks(() -> access.of(consultation)).viewers().stream()
                .filter(viewer -> viewer.name().equals(of.fullName()))
                .map(Viewer::reason)
                .toList();
    }

    @Test
    void anOfficerHoldsTheLetterBackOrLetsItGo() {
        EmergencyId id = open(doctor, patient);
        Actor officer = hospital.privacyOfficer();
        isRefused(doctor, () -> oversight.holdLetter(id, "No"));
        officer.does(() -> oversight.holdLetter(id, "Somebody at home reads the mail"));
        assertThat(row(id))
                .returns(LetterState.HELD, EmergencyRow::letter)
                .returns("Somebody at home reads the mail", EmergencyRow::letterReason)
                .returns(false, EmergencyRow::isHoldable);
        assertThat(rows.only(
                        "select coalesce(letter_due_at, 'never') from emergency_access where public_id = ?",
                        id.value()))
                .isEqualTo("never");
        assertThatExceptionOfType(LetterDecidedException.class)
                .isThrownBy(() -> officer.does(() -> oversight.holdLetter(id, "Again")));

        officer.does(() -> oversight.sendLetter(id));
        assertThat(hospital.mails().take(patient.email(), LETTER)).isNotNull();
        assertThat(row(id).letter()).isEqualTo(LetterState.SENT);
        assertThatExceptionOfType(LetterDecidedException.class)
                .isThrownBy(() -> officer.does(() -> oversight.sendLetter(id)));
        assertThat(trail(officer))
                .contains(
                        "CHANGE HOLD_EMERGENCY_LETTER DONE OVERSIGHT letter=held",
                        "CHANGE SEND_EMERGENCY_LETTER DONE OVERSIGHT letter=sent");
    }

    @Test
    void officersSeeAllOfThemTheNewestFirst() {
        EmergencyId first = open(doctor, patient);
        EmergencyId second = open(hospital.nurse(Hospital.SKIN), patient);
        Actor officer = hospital.firstPrivacyOfficer();
        List<EmergencyId> shown = officer.asks(() -> oversight.list(null)).rows().stream()
                .map(EmergencyRow::id)
                .toList();
        assertThat(shown).startsWith(second, first);
        assertThat(officer.asks(() -> oversight.list(second)).rows())
                .extracting(EmergencyRow::id)
                .startsWith(first);
    }
}
