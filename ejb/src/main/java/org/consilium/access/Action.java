package org.consilium.access;

import static org.consilium.access.Role.ADMINISTRATOR;
import static org.consilium.access.Role.DOCTOR;
import static org.consilium.access.Role.NURSE;
import static org.consilium.access.Role.PATIENT;
import static org.consilium.access.Role.PRIVACY_OFFICER;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import org.consilium.database.Transactions.Effect;

/** Everything that a person can ask the system to do, the roles that may do it, and whether it is on one record. */
public enum Action {
    SIGN_IN(Scope.ANYONE),
    STAY_SIGNED_IN(Scope.ANYONE),
    NOTE_SIGN_IN(Scope.ANYONE),
    SIGN_OUT(Scope.ANYONE),
    END_VISIT(Scope.ANYONE),
    OPEN_PAGE(Scope.ANYONE),
    FOLLOW_CHANGES(Scope.ANYONE),
    REGISTER(Scope.ANYONE),
    CONFIRM_REGISTRATION(Scope.ANYONE),
    RESET_PASSWORD(Scope.ANYONE),
    ACCEPT_INVITATION(Scope.ANYONE),
    CONFIRM_ADDRESS(Scope.ANYONE),

    SEE_ACCOUNT(Scope.OWN, Role.values()),
    PROVE_IDENTITY(Scope.OWN, Role.values()),
    CHANGE_LANGUAGE(Scope.OWN, Role.values()),
    CHANGE_NAME(Scope.OWN, Role.values()),
    CHANGE_ADDRESS(Scope.OWN, Role.values()),
    CHANGE_NOTIFICATIONS(Scope.OWN, PATIENT, NURSE, DOCTOR),
    CHANGE_PASSWORD(Scope.OWN, Role.values()),
    CHANGE_SECOND_FACTOR(Scope.OWN, Role.values()),
    CHOOSE_TIME_ZONE(Scope.OWN, Role.values()),
    END_SESSION(Scope.OWN, Role.values()),
    ASK_TO_CLOSE(Scope.OWN, Role.values()),

    SUBMIT_CONSULTATION(Scope.OWN, PATIENT),
    LIST_OWN_CONSULTATIONS(Scope.OWN, PATIENT),
    LIST_QUEUE(Scope.OWN, NURSE, DOCTOR),
    FIND_NEWS(Scope.OWN, PATIENT, NURSE, DOCTOR),
    READ_CONSULTATION(Scope.RECORD, PATIENT, NURSE, DOCTOR),
    MARK_UNREAD(Scope.RECORD, NURSE, DOCTOR),
    WRITE_MESSAGE(Scope.LOCKED_RECORD, PATIENT, NURSE, DOCTOR),
    TAKE_CONSULTATION(Scope.LOCKED_RECORD, NURSE, DOCTOR),
    HAND_OVER_CONSULTATION(Scope.LOCKED_RECORD, NURSE, DOCTOR),
    CLOSE_CONSULTATION(Scope.LOCKED_RECORD, NURSE, DOCTOR),
    WRITE_STAFF_NOTE(Scope.LOCKED_RECORD, NURSE, DOCTOR),
    LIST_TEAMS(Scope.OWN, NURSE, DOCTOR, ADMINISTRATOR),
    SEE_ACCESS(Scope.RECORD, PATIENT, NURSE, DOCTOR),
    LIST_ASKED(Scope.OWN, NURSE, DOCTOR),
    ASK_IN(Scope.LOCKED_RECORD, NURSE, DOCTOR),
    END_ASKING(Scope.LOCKED_RECORD, NURSE, DOCTOR),
    LIST_COVER(Scope.OWN, NURSE, DOCTOR),
    GIVE_COVER(Scope.OWN, NURSE, DOCTOR),
    END_COVER(Scope.LOCKED_RECORD, NURSE, DOCTOR),

    FIND_PATIENT(Scope.OWN, NURSE, DOCTOR),
    OPEN_EMERGENCY(Scope.OWN, NURSE, DOCTOR),
    SEE_EMERGENCY(Scope.OWN, NURSE, DOCTOR),
    LIST_IN_EMERGENCY(Scope.RECORD, NURSE, DOCTOR),
    END_EMERGENCY(Scope.LOCKED_RECORD, NURSE, DOCTOR),
    LIST_EMERGENCIES(Scope.OWN, PRIVACY_OFFICER),
    READ_EMERGENCY(Scope.RECORD, PRIVACY_OFFICER),
    HOLD_EMERGENCY_LETTER(Scope.LOCKED_RECORD, PRIVACY_OFFICER),
    SEND_EMERGENCY_LETTER(Scope.LOCKED_RECORD, PRIVACY_OFFICER),

    LIST_REVIEWS(Scope.OWN, PRIVACY_OFFICER),
    READ_REVIEW(Scope.RECORD, PRIVACY_OFFICER),
    DECIDE_REVIEW(Scope.LOCKED_RECORD, PRIVACY_OFFICER),
    LIST_MARKS(Scope.OWN, PRIVACY_OFFICER),
    MARK_PATIENT(Scope.OWN, PRIVACY_OFFICER),
    UNMARK_PATIENT(Scope.LOCKED_RECORD, PRIVACY_OFFICER),

    READ_DRAFT(Scope.OWN, PATIENT, NURSE, DOCTOR),
    SAVE_DRAFT(Scope.OWN, PATIENT, NURSE, DOCTOR),
    EMPTY_DRAFT(Scope.OWN, PATIENT, NURSE, DOCTOR),

    UPLOAD_IMAGE(Scope.OWN, PATIENT, NURSE, DOCTOR),
    UPLOAD_IMAGE_INTO(Scope.RECORD, PATIENT, NURSE, DOCTOR),
    FINISH_IMAGE(Scope.RECORD, PATIENT, NURSE, DOCTOR),
    FOLLOW_UPLOAD(Scope.RECORD, PATIENT, NURSE, DOCTOR),
    DISCARD_IMAGE(Scope.RECORD, PATIENT, NURSE, DOCTOR),
    SEE_IMAGE(Scope.RECORD, PATIENT, NURSE, DOCTOR),
    SEE_IMAGES(Scope.OWN, PATIENT, NURSE, DOCTOR),
    SEE_SHOWN_IMAGE(Scope.RECORD, PATIENT, NURSE, DOCTOR),
    SEE_ORIGINAL_IMAGE(Scope.RECORD, NURSE, DOCTOR),
    ANNOTATE_IMAGE(Scope.LOCKED_RECORD, NURSE, DOCTOR),

    ADD_PASSKEY(Scope.OWN, PATIENT, NURSE, DOCTOR, ADMINISTRATOR, PRIVACY_OFFICER),
    LIST_PASSKEYS(Scope.OWN, PATIENT, NURSE, DOCTOR, ADMINISTRATOR, PRIVACY_OFFICER),
    RENAME_PASSKEY(Scope.LOCKED_RECORD, PATIENT, NURSE, DOCTOR, ADMINISTRATOR, PRIVACY_OFFICER),
    REMOVE_PASSKEY(Scope.LOCKED_RECORD, PATIENT, NURSE, DOCTOR, ADMINISTRATOR, PRIVACY_OFFICER),

    LIST_PEOPLE(Scope.OWN, ADMINISTRATOR),
    LIST_CLOSINGS(Scope.OWN, ADMINISTRATOR),
    SEE_PERSON(Scope.RECORD, ADMINISTRATOR),
    INVITE_STAFF(Scope.OWN, ADMINISTRATOR),
    LIST_TEAM_SETTINGS(Scope.OWN, ADMINISTRATOR),
    CHANGE_TEAM_SETTINGS(Scope.OWN, ADMINISTRATOR),
    LIST_APPOINTMENTS(Scope.OWN, ADMINISTRATOR, PRIVACY_OFFICER),
    APPROVE_APPOINTMENT(Scope.LOCKED_RECORD, ADMINISTRATOR, PRIVACY_OFFICER),
    RENEW_INVITATION(Scope.LOCKED_RECORD, ADMINISTRATOR),
    DISABLE_ACCOUNT(Scope.LOCKED_RECORD, ADMINISTRATOR),
    ENABLE_ACCOUNT(Scope.LOCKED_RECORD, ADMINISTRATOR),
    UNLOCK_ACCOUNT(Scope.LOCKED_RECORD, ADMINISTRATOR),
    REQUEST_FACTOR_RESET(Scope.LOCKED_RECORD, ADMINISTRATOR),
    APPROVE_FACTOR_RESET(Scope.LOCKED_RECORD, ADMINISTRATOR, PRIVACY_OFFICER),
    WITHDRAW_FACTOR_RESET(Scope.LOCKED_RECORD, ADMINISTRATOR, PRIVACY_OFFICER),
    DECIDE_CLOSING(Scope.LOCKED_RECORD, ADMINISTRATOR),
    LIST_LETTERS(Scope.OWN, ADMINISTRATOR),
    SEND_LETTER_AGAIN(Scope.LOCKED_RECORD, ADMINISTRATOR),
    DISCARD_LETTER(Scope.LOCKED_RECORD, ADMINISTRATOR),

    SEE_PROOF(Scope.OWN, PRIVACY_OFFICER),
    CHECK_TRAIL(Scope.OWN, PRIVACY_OFFICER),
    DOWNLOAD_TRAIL(Scope.OWN, PRIVACY_OFFICER),
    SEARCH_PEOPLE(Scope.OWN, PRIVACY_OFFICER),
    READ_TRAIL(Scope.OWN, PRIVACY_OFFICER),
    EXPORT_TRAIL(Scope.OWN, PRIVACY_OFFICER),
    EXPORT_LIST(Scope.OWN, PRIVACY_OFFICER),
    LIST_DISCLOSURES(Scope.OWN, PRIVACY_OFFICER),
    ENTER_DISCLOSURE(Scope.OWN, PRIVACY_OFFICER),
    LIST_QUESTIONS(Scope.OWN, PRIVACY_OFFICER),
    SEE_QUESTION(Scope.RECORD, PRIVACY_OFFICER),
    ANSWER_QUESTION(Scope.LOCKED_RECORD, PRIVACY_OFFICER),
    SEE_ACCESSES(Scope.OWN, PATIENT),
    ASK_ABOUT_ACCESS(Scope.OWN, PATIENT);

    private enum Scope {
        /** Open to people who have not signed in, and to calls on behalf of somebody who has. */
        ANYONE,
        /** On what belongs to the caller: the service reaches nothing else. */
        OWN,
        /**
         * On one record, which the caller must be allowed to reach. The action reads it, or calls the object store,
         * which no transaction may span; what a photo becomes part of is decided by the action that sends it.
         */
        RECORD,
        /**
         * Changes one record. It is locked first: permission is judged on the state that the action then changes, and
         * nobody can change it in between.
         */
        LOCKED_RECORD
    }

    private static final Set<Action> READING = EnumSet.of(
            STAY_SIGNED_IN,
            END_VISIT,
            OPEN_PAGE,
            FOLLOW_CHANGES,
            LIST_OWN_CONSULTATIONS,
            LIST_QUEUE,
            FIND_NEWS,
            READ_CONSULTATION,
            MARK_UNREAD,
            LIST_TEAMS,
            SEE_EMERGENCY,
            LIST_IN_EMERGENCY,
            LIST_EMERGENCIES,
            READ_EMERGENCY,
            SEE_ACCESS,
            LIST_ASKED,
            LIST_COVER,
            LIST_REVIEWS,
            READ_REVIEW,
            LIST_MARKS,
            FOLLOW_UPLOAD,
            SEE_IMAGE,
            SEE_IMAGES,
            SEE_SHOWN_IMAGE,
            SEE_ORIGINAL_IMAGE,
            LIST_PASSKEYS,
            LIST_PEOPLE,
            LIST_CLOSINGS,
            SEE_PERSON,
            LIST_TEAM_SETTINGS,
            LIST_APPOINTMENTS,
            LIST_LETTERS,
            SEE_PROOF,
            SEARCH_PEOPLE,
            READ_TRAIL,
            LIST_DISCLOSURES,
            LIST_QUESTIONS,
            SEE_QUESTION,
            SEE_ACCESSES);

    /** The service takes the key of a form, or sets something to a value. */
    private static final Set<Action> IDEMPOTENT = EnumSet.of(
            SEE_ACCOUNT,
            CHANGE_LANGUAGE,
            CHOOSE_TIME_ZONE,
            CHANGE_NOTIFICATIONS,
            END_SESSION,
            SUBMIT_CONSULTATION,
            WRITE_MESSAGE,
            WRITE_STAFF_NOTE,
            ANNOTATE_IMAGE,
            TAKE_CONSULTATION,
            OPEN_EMERGENCY,
            ASK_IN,
            END_COVER,
            MARK_PATIENT,
            RENAME_PASSKEY,
            CHANGE_TEAM_SETTINGS,
            DISABLE_ACCOUNT,
            SEND_LETTER_AGAIN,
            ENTER_DISCLOSURE,
            ASK_ABOUT_ACCESS,
            CHECK_TRAIL);

    /** A session that was left open is not enough for them. */
    private static final Set<Action> FRESH = EnumSet.of(
            INVITE_STAFF,
            APPROVE_APPOINTMENT,
            REQUEST_FACTOR_RESET,
            APPROVE_FACTOR_RESET,
            OPEN_EMERGENCY,
            DOWNLOAD_TRAIL,
            EXPORT_TRAIL,
            EXPORT_LIST,
            DECIDE_REVIEW);

    /** They decide about a consultation, or see more than is needed to give advice on it. */
    private static final Set<Action> FOR_CARE_TEAM = EnumSet.of(
            TAKE_CONSULTATION, HAND_OVER_CONSULTATION, CLOSE_CONSULTATION, SEE_ORIGINAL_IMAGE, ANNOTATE_IMAGE, ASK_IN);

    private final Scope scope;

    @SuppressWarnings("ImmutableEnumChecker") // filled once, in the constructor, and never handed out
    private final Set<Role> roles;

    Action(Scope scope, Role... roles) {
        this.scope = scope;
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Set.of(roles));
    }

    /**
     * The action that a service method declares.
     *
     * @throws IllegalStateException if it declares none
     */
    static Action of(Method method) {
        Requires declared = method.getAnnotation(Requires.class);
        if (declared == null) {
            throw new IllegalStateException(method + " declares no action");
        }
        return declared.value();
    }

    public boolean isOpenToAnyone() {
        return scope == Scope.ANYONE;
    }

    public boolean isOnRecord() {
        return scope == Scope.RECORD || locksRecord();
    }

    /** Whether the record is locked before the caller is judged, until the transaction ends. */
    public boolean locksRecord() {
        return scope == Scope.LOCKED_RECORD;
    }

    /** Whether it changes nothing that others see; every other action has a limit. */
    public boolean isReading() {
        return READING.contains(this);
    }

    /** Whether it may be done again when it is not known whether it was done. */
    Effect effect() {
        if (isReading()) {
            return Effect.NONE;
        }
        return IDEMPOTENT.contains(this) ? Effect.ONCE : Effect.EACH;
    }

    /**
     * Whether the caller has to have proved within the last minutes who they are (OWASP ASVS 5.0, 7.5.3): the method
     * takes their {@link FreshTicket}.
     */
    public boolean needsFreshTicket() {
        return FRESH.contains(this);
    }

    /** Whether it takes a {@link Relation} of the care team; others read and write for a while, and decide nothing. */
    public boolean isForCareTeam() {
        return FOR_CARE_TEAM.contains(this);
    }

    public boolean isPermittedTo(Role role) {
        return roles.contains(role);
    }
}
