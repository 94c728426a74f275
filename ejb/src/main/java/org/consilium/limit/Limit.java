package org.consilium.limit;

import java.util.Locale;

/** A rate limit: what it counts, and per what. Its rate is the setting {@code consilium.limit.<name>}. */
public enum Limit {
    /** Wrong passwords for one e-mail address, with or without an account, from one network or known device. */
    SIGN_IN_ACCOUNT(SignInAttempt.class, true),
    /** Wrong passwords from one network or known device. */
    SIGN_IN_ADDRESS(SignInOrigin.class, true),
    /** Wrong codes for the second step of a sign-in to one account, from wherever. */
    SECOND_STEP(SecondStep.class, true),
    /** Requests to open an account from one network, granted or not. */
    REGISTRATION_ADDRESS(ClientAddress.class, false),
    /** Requests for a link to choose another password from one network, granted or not. */
    RESET_ADDRESS(ClientAddress.class, false),
    /** Sign-ins with a passkey that are begun from one network, also by opening the sign-in page. */
    PASSKEY_ADDRESS(ClientAddress.class, false),
    /** Passkeys that one person adds, renames, or removes. */
    PASSKEY_ACCOUNT(SignedInAccount.class, false),
    /** Wrong passwords of one person who has signed in, and is asked for the password once more. */
    PASSWORD_ACCOUNT(SignedInAccount.class, true),
    /** Names and addresses that one person gives their own account, also those that they do not prove. */
    PROFILE_ACCOUNT(SignedInAccount.class, false),
    /** Letters to one address that people ask for who have not signed in. */
    LETTER_RECIPIENT(LetterRecipient.class, false),
    /** Photos that one person uploads, kept or refused. */
    UPLOAD_ACCOUNT(SignedInAccount.class, false),
    /** Consultations that one patient opens. */
    CONSULTATION_ACCOUNT(SignedInAccount.class, false),
    /** Messages that one person sends. */
    MESSAGE_ACCOUNT(SignedInAccount.class, false),
    /** How often drafts of one person are saved. */
    DRAFT_ACCOUNT(SignedInAccount.class, false),
    /** Staff notes that one clinician writes. */
    NOTE_ACCOUNT(SignedInAccount.class, false),
    /** Drawings that one clinician adds to images. */
    ANNOTATION_ACCOUNT(SignedInAccount.class, false),
    /** Consultations that one clinician takes, hands over, or closes. */
    CARE_ACCOUNT(SignedInAccount.class, false),
    /** Searches of one clinician for a patient in an emergency, and what is opened then. */
    EMERGENCY_ACCOUNT(SignedInAccount.class, false),
    /** Changes of other people's accounts by one administrator. */
    ADMINISTRATION_ACCOUNT(SignedInAccount.class, false);

    private final Class<? extends LimitSubject> subject;
    private final boolean failuresOnly;

    Limit(Class<? extends LimitSubject> subject, boolean failuresOnly) {
        this.subject = subject;
        this.failuresOnly = failuresOnly;
    }

    /** The setting with its rate. */
    public String setting() {
        return "consilium.limit." + code();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type that it counts by. */
    public Class<? extends LimitSubject> subject() {
        return subject;
    }

    /**
     * Whether a call that succeeds does not count. It counts before it is made all the same, and is given back
     * afterwards: attempts made at the same time must not all go through.
     */
    public boolean isFailuresOnly() {
        return failuresOnly;
    }
}
