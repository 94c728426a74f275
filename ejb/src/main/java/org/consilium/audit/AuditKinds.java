package org.consilium.audit;

import java.util.Optional;
import org.consilium.access.Action;

/** The kind of entry that a call to a service leaves, by its action. */
final class AuditKinds {

    private AuditKinds() {}

    /** The kind of the entry when the call is refused. */
    static AuditKind ofRefused(Action action) {
        return of(action).orElseGet(() -> ofPart(action));
    }

    /**
     * Whether an action that only looks is asked for by sending a form, whose page then leads to another one. Other
     * looks while a form is handled are those of its page.
     */
    static boolean isSentByForm(Action action) {
        return action == Action.FIND_PATIENT || action == Action.OPEN_EMERGENCY;
    }

    /** The kind of an action that leaves no entry of its own unless it is refused. */
    private static AuditKind ofPart(Action action) {
        return switch (action) {
            case SIGN_IN, NOTE_SIGN_IN, PROVE_IDENTITY -> AuditKind.SIGN_IN;
            case SIGN_OUT -> AuditKind.SIGN_OUT;
            case SEE_SHOWN_IMAGE -> AuditKind.PHOTO;
            case OPEN_PAGE, FOLLOW_CHANGES, FOLLOW_UPLOAD, READ_DRAFT, SEE_EMERGENCY -> AuditKind.VIEW;
            case LIST_TEAMS, LIST_CLOSINGS, LIST_PASSKEYS, LIST_ASKED, FIND_NEWS -> AuditKind.LIST;
            default -> AuditKind.CHANGE;
        };
    }

    /**
     * Empty for a call that is a part of something that has an entry anyway, such as one for the head of each page, and
     * for one that its service tells of by an {@link AuditEvent}.
     */
    static Optional<AuditKind> of(Action action) {
        return Optional.ofNullable(
                switch (action) {
                    // its service says who it was, and whether it succeeded
                    case SIGN_IN, NOTE_SIGN_IN, END_VISIT, OPEN_PAGE -> null;
                    // the same, for links of letters, which are opened before they are used
                    case REGISTER, CONFIRM_REGISTRATION, RESET_PASSWORD, ACCEPT_INVITATION, CONFIRM_ADDRESS -> null;
                    // a part of each page, and of each sign-in
                    case STAY_SIGNED_IN, FOLLOW_CHANGES, PROVE_IDENTITY, LIST_TEAMS, LIST_CLOSINGS -> null;
                    // the end of the session has one
                    case SIGN_OUT -> null;
                    // its page has one
                    case SEE_SHOWN_IMAGE -> null;
                    // each photo of an open page asks; a part of the page of the account
                    case FOLLOW_UPLOAD, LIST_PASSKEYS -> null;
                    // saved with each pause in typing; what is sent has an entry
                    case READ_DRAFT, SAVE_DRAFT, EMPTY_DRAFT -> null;
                    // its service says what was searched for, and how many there are
                    case FIND_PATIENT -> AuditKind.SEARCH;
                    // the banner of each page
                    case SEE_EMERGENCY -> null;
                    // leads to a page
                    case FIND_NEWS -> null;
                    case DOWNLOAD_TRAIL -> AuditKind.DOWNLOAD;
                    // shown with the queue
                    case LIST_ASKED -> null;
                    case SEE_ACCOUNT,
                            READ_CONSULTATION,
                            SEE_ACCESS,
                            SEE_PERSON,
                            READ_EMERGENCY,
                            SEE_PROOF,
                            SEE_QUESTION,
                            SEE_ACCESSES,
                            READ_REVIEW -> AuditKind.VIEW;
                    case LIST_OWN_CONSULTATIONS,
                            LIST_QUEUE,
                            LIST_COVER,
                            LIST_PEOPLE,
                            LIST_TEAM_SETTINGS,
                            LIST_APPOINTMENTS,
                            LIST_IN_EMERGENCY,
                            LIST_EMERGENCIES,
                            LIST_LETTERS,
                            LIST_REVIEWS,
                            LIST_MARKS,
                            READ_TRAIL,
                            LIST_DISCLOSURES,
                            LIST_QUESTIONS -> AuditKind.LIST;
                    case SEARCH_PEOPLE -> AuditKind.SEARCH;
                    case EXPORT_TRAIL, EXPORT_LIST -> AuditKind.EXPORT;
                    case OPEN_EMERGENCY, END_EMERGENCY -> AuditKind.EMERGENCY;
                    case SEE_IMAGE, SEE_IMAGES -> AuditKind.PHOTO;
                    case SEE_ORIGINAL_IMAGE -> AuditKind.ORIGINAL;
                    case CHANGE_LANGUAGE,
                            CHANGE_NAME,
                            CHANGE_ADDRESS,
                            CHANGE_NOTIFICATIONS,
                            CHANGE_PASSWORD,
                            CHANGE_SECOND_FACTOR,
                            CHOOSE_TIME_ZONE,
                            END_SESSION,
                            ASK_TO_CLOSE,
                            ADD_PASSKEY,
                            RENAME_PASSKEY,
                            REMOVE_PASSKEY,
                            SUBMIT_CONSULTATION,
                            MARK_UNREAD,
                            WRITE_MESSAGE,
                            TAKE_CONSULTATION,
                            HAND_OVER_CONSULTATION,
                            CLOSE_CONSULTATION,
                            WRITE_STAFF_NOTE,
                            UPLOAD_IMAGE,
                            UPLOAD_IMAGE_INTO,
                            FINISH_IMAGE,
                            DISCARD_IMAGE,
                            ANNOTATE_IMAGE,
                            CHANGE_TEAM_SETTINGS,
                            SEND_LETTER_AGAIN,
                            DISCARD_LETTER,
                            HOLD_EMERGENCY_LETTER,
                            SEND_EMERGENCY_LETTER,
                            CHECK_TRAIL,
                            DECIDE_REVIEW,
                            MARK_PATIENT,
                            UNMARK_PATIENT,
                            ENTER_DISCLOSURE,
                            ANSWER_QUESTION,
                            ASK_ABOUT_ACCESS -> AuditKind.CHANGE;
                    case ASK_IN,
                            END_ASKING,
                            GIVE_COVER,
                            END_COVER,
                            INVITE_STAFF,
                            APPROVE_APPOINTMENT,
                            RENEW_INVITATION,
                            DISABLE_ACCOUNT,
                            ENABLE_ACCOUNT,
                            UNLOCK_ACCOUNT,
                            REQUEST_FACTOR_RESET,
                            APPROVE_FACTOR_RESET,
                            WITHDRAW_FACTOR_RESET,
                            DECIDE_CLOSING -> AuditKind.PERMISSION;
                });
    }
}
