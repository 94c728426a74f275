package org.consilium.account;

/**
 * Approved resets of second factors that wait for their time: their package carries them out, which depends on this
 * one.
 */
public interface WaitingResets {

    /**
     * Carries out the reset of an account if its time has come. The account is locked by the caller.
     *
     * @return whether its second factors were removed
     */
    boolean carryOutDue(long accountKey);

    /** Cancels the reset of an account whose owner has signed in with a second factor after all. */
    void ownerHasSignedIn(long accountKey);

    /** Cancels the reset of an account that an administrator disables. */
    void accountIsDisabled(long accountKey, long administrator);
}
