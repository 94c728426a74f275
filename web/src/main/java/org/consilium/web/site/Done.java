package org.consilium.web.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.consilium.draft.DraftPlace;
import org.consilium.web.address.Address;
import org.consilium.web.address.OneTimeNote;
import org.jspecify.annotations.Nullable;

/** A step that a person has completed: the next page confirms it, and empties the draft of its form. */
public enum Done {
    REGISTERED,
    CONFIRMED,
    RESET_SENT,
    PASSWORD_CHANGED,
    PASSWORD_REPLACED,
    LANGUAGE_CHANGED,
    APP_ADDED,
    ZONE_CHANGED,
    CLOSING_REQUESTED,
    CLOSING_WITHDRAWN,
    CLOSING_DECLINED,
    NAME_CHANGED,
    ADDRESS_REQUESTED,
    ADDRESS_CHANGED,
    NOTIFICATIONS_CHANGED,
    FACTOR_REMOVED,
    APP_REMOVED,
    PASSKEY_ADDED,
    PASSKEY_RENAMED,
    PASSKEY_REMOVED,
    SESSION_ENDED,
    SIGNED_OUT,
    ACCEPTED,
    SUBMITTED,
    WRITTEN,
    TAKEN,
    HANDED_OVER,
    ASKED_IN,
    ASKING_ENDED,
    COVER_GIVEN,
    COVER_ENDED,
    CLOSED,
    NOTED,
    MARKED_UNREAD,
    ANNOTATED,
    DISABLED,
    ENABLED,
    UNLOCKED,
    RESET_REQUESTED,
    RESET_APPROVED,
    RESET_WITHDRAWN,
    TEAM_CHANGED,
    EMERGENCY_OPENED,
    EMERGENCY_ENDED,
    LETTER_HELD,
    LETTER_LET_GO,
    REVIEWED,
    PATIENT_MARKED,
    PATIENT_UNMARKED,
    PROPOSED,
    INVITED,
    SENT_AGAIN,
    DISCARDED,
    CHECK_BEGUN,
    QUESTION_SENT,
    QUESTION_ANSWERED,
    DISCLOSURE_ENTERED;

    /** The value of the parameter {@code done}, and the end of the bundle key. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address of the page that confirms it; {@link Navigation#to} vouches for that. */
    public String at(String path) {
        return Address.parse(path).with(OneTimeNote.PARAMETER, code()).toString();
    }

    /**
     * The draft of the form that the step has sent, if the form has one.
     *
     * @param path of the page that confirms the step
     */
    Optional<DraftPlace> draft(String path) {
        return switch (this) {
            case SUBMITTED -> DraftPlace.of(code() + Page.NEW_CONSULTATION.path());
            case WRITTEN, NOTED, CLOSED, ANNOTATED -> DraftPlace.of(code() + path);
            default -> Optional.empty();
        };
    }

    static Optional<Done> of(@Nullable String code) {
        return Arrays.stream(values()).filter(done -> done.code().equals(code)).findFirst();
    }
}
