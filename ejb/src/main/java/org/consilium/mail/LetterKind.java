package org.consilium.mail;

import java.util.Locale;

/**
 * The kinds of letters. All letters of a kind have the same text, apart from the link, so that no name, title, or other
 * word about a person or their health can get into one.
 */
public enum LetterKind {
    /** To somebody whom the hospital has invited, who chooses a password. */
    INVITATION("/invitation", true),
    /** To somebody who has registered, and proves the address by following the link. */
    CONFIRMATION("/confirm", true),
    /** The same to an address that has an account. */
    ALREADY_REGISTERED("/sign-in", false),
    /** The same to an address whose owner is invited, and has not accepted yet. */
    ALREADY_INVITED("/", false),
    /** To somebody who has forgotten the password. */
    RESET("/reset-password", true),
    /** The same to an address that no account can sign in with. */
    RESET_WITHOUT_ACCOUNT("/register", false),
    /** To the owner of an account with a new password. */
    PASSWORD_CHANGED("/forgot-password", false),
    /** To the owner of an account with a new second factor, or new recovery codes. */
    SECOND_FACTOR_CHANGED("/forgot-password", false),
    /** To another address of somebody who has an account, who proves it by following the link. */
    ADDRESS_CONFIRMATION("/confirm-address", true),
    /** The same to an address that has an account of its own. */
    ADDRESS_TAKEN("/sign-in", false),
    /** To the old address of an account whose owner has asked for another one. */
    ADDRESS_CHANGE_REQUESTED("/account", false),
    /** To the old address of an account that has another one now. */
    ADDRESS_CHANGED("/", false),
    /** To the owner of an account whose second factors somebody else has asked to remove. */
    FACTOR_RESET_REQUESTED("/sign-in", false),
    /** To the owner of an account after a sign-in on a device that is not known. */
    NEW_DEVICE("/account", false),
    /** To the owner of an account that very many wrong passwords or codes have locked. */
    LOCKED("/forgot-password", false),
    /** To a patient, after somebody of the staff has looked at their pages without being on their team. */
    STAFF_ACCESS("/account", false),
    /** To somebody who has not read something new. */
    NEWS("/news", false),
    /** To a team, of whom nobody has taken something in time. */
    NOT_TAKEN("/queue", false),
    /** The same to its lead, later. */
    STILL_NOT_TAKEN("/queue", false),
    /** To a patient whose question to the privacy officer has an answer. */
    QUESTION_ANSWERED("/account/accesses", false),
    /** To privacy officers, of whom nobody has reviewed something in time. */
    REVIEW_OVERDUE("/privacy/reviews", false),
    /** To a clinician who is named to cover for a colleague. */
    COVER_GIVEN("/cover", false),
    /** To a clinician for whom the lead of a team has named somebody to cover. */
    COVER_ARRANGED("/cover", false),
    /** To a clinician who was named to cover, once somebody has ended it early, or before it began. */
    COVER_ENDED("/cover", false);

    /** The parameter of a link that holds its token. */
    public static final String PARAMETER = "token";

    private final String path;
    private final boolean secret;

    LetterKind(String path, boolean secret) {
        this.path = path;
        this.secret = secret;
    }

    /** The path of the page that its link leads to. */
    public String path() {
        return path;
    }

    /** Whether the link has a token, by which it is known whom the letter was sent to. */
    boolean hasSecretLink() {
        return secret;
    }

    /** Its name in the bundle. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
