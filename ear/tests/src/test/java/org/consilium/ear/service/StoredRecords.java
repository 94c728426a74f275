package org.consilium.ear.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.consilium.account.closing.ClosingRequestId;
import org.consilium.account.passkey.PasskeyId;
import org.consilium.account.recovery.FactorResetId;
import org.consilium.care.cover.CoverId;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.team.AskingId;
import org.consilium.emergency.EmergencyId;
import org.consilium.mail.LetterId;
import org.consilium.platform.PublicIds;
import org.consilium.privacy.question.QuestionId;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.review.FindingId;
import org.consilium.review.mark.MarkId;
import org.jspecify.annotations.Nullable;

/** One record of each kind, stored without the steps that lead to it. */
@ApplicationScoped
public class StoredRecords {

    @Inject
    private Hospital hospital;

    @Inject
    private Rows rows;

    /** Somebody is covered by a colleague. */
    CoverId cover(Actor clinician) {
        long colleague = hospital.nurse(Hospital.SKIN).key();
        return new CoverId(rows.grant().cover(clinician.key(), colleague, "1 DAY", "2 DAY"));
    }

    /** Somebody is asked into a consultation. */
    AskingId asking(Actor clinician, ConsultationId consultation) {
        return new AskingId(rows.grant().asking(consultation.value(), clinician.key(), clinician.key()));
    }

    /** A letter that was given up. */
    LetterId letterGivenUp() {
        String id = PublicIds.next();
        rows.change(
                "insert into letter (public_id, kind, recipient, created_at, attempts, failure, version)"
                        + " values (?, 'INVITATION', 'nobody@example.org', utc_timestamp(6), 1, 'REFUSED', 0)",
                id);
        return new LetterId(id);
    }

    /** An emergency access that a clinician has opened, or without one, that has ended. */
    EmergencyId emergency(@Nullable Actor clinician, Actor patient) {
        return new EmergencyId(
                clinician == null
                        ? rows.grant()
                                .endedEmergency(hospital.firstAdministrator().key(), patient.key())
                        : rows.grant().emergency(clinician.key(), patient.key()));
    }

    FindingId finding(Actor clinician, Actor patient) {
        String id = PublicIds.next();
        rows.change(
                "insert into review_finding (public_id, rule_name, account_id, patient_id, subject, day, why, numbers, kind,"
                        + " entries, first_at, last_at, found_at, due_at, version) values (?, 'SAME_SURNAME', ?, ?, ?,"
                        + " utc_date(), 'SURNAME', '', 'VIEW', 1, utc_timestamp(6), utc_timestamp(6), utc_timestamp(6),"
                        + " utc_timestamp(6) + interval 3 day, 1)",
                id,
                clinician.key(),
                patient.key(),
                patient.key());
        return new FindingId(id);
    }

    MarkId mark(Actor patient, Actor officer) {
        String id = PublicIds.next();
        rows.change(
                "insert into patient_mark (public_id, patient_id, kind, marked_by, marked_at)"
                        + " values (?, ?, 'VIP', ?, utc_timestamp(6))",
                id,
                patient.key(),
                officer.key());
        return new MarkId(id);
    }

    /** A request of the first administrator to remove the second factors of somebody. */
    FactorResetId factorReset(Actor owner) {
        String id = PublicIds.next();
        rows.change(
                "insert into factor_reset (public_id, account_id, email, reason, in_person, requested_by, requested_at,"
                        + " version) values (?, ?, ?, 'Passport', 0, ?, utc_timestamp(6), 0)",
                id,
                owner.key(),
                owner.email(),
                hospital.firstAdministrator().key());
        return new FactorResetId(id);
    }

    /** An entry of the trail: a doctor has seen the record of the patient. */
    TrailPosition access(Cast cast) {
        String entry = rows.only("select database()") + "_trail.entry";
        String node = PublicIds.next();
        rows.change(
                "insert into " + entry + " (at, kind, action, outcome, account, role, patient, node)"
                        + " values ('2026-01-02 03:04:05', 'VIEW', 'READ_CONSULTATION', 'DONE', ?, 'DOCTOR', ?, ?)",
                cast.doctor().key(),
                cast.patient().key(),
                node);
        long id = Long.parseLong(rows.only("select id from " + entry + " where node = ?", node));
        return new TrailPosition(Instant.parse("2026-01-02T03:04:05Z"), id);
    }

    /** Of a patient about an access of somebody. */
    QuestionId question(Actor patient, Actor staff) {
        String id = PublicIds.next();
        rows.change(
                "insert into privacy_question (public_id, patient_id, entry_id, entry_at, staff_id, question, asked_at,"
                        + " form_key, version) values (?, ?, 1, utc_timestamp(6), ?, 'Why?', utc_timestamp(6), ?, 0)",
                id,
                patient.key(),
                staff.key(),
                Forms.key());
        return new QuestionId(id);
    }

    /** A request of somebody to close their account. */
    ClosingRequestId closing(Actor owner) {
        String id = PublicIds.next();
        rows.change(
                "insert into closing_request (public_id, account_id, requested_at, version)"
                        + " values (?, ?, utc_timestamp(6), 0)",
                id,
                owner.key());
        return new ClosingRequestId(id);
    }

    /** One that no device has. */
    PasskeyId passkey(Actor owner) {
        String id = PublicIds.next();
        rows.change(
                "insert into passkey (public_id, account_id, user_handle, credential_id, credential_hash, public_key,"
                        + " sign_count, name, transports, backup_eligible, backed_up, created_at, version)"
                        + " values (?, ?, repeat('h', 32), 'id', sha2(?, 256), 'key', 0, 'My phone', '', 1, 1,"
                        + " utc_timestamp(6), 0)",
                id,
                owner.key(),
                id);
        return new PasskeyId(id);
    }
}
