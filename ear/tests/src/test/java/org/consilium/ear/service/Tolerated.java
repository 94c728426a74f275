package org.consilium.ear.service;

import org.consilium.access.NotFoundException;
import org.consilium.access.NotFreshException;
import org.consilium.account.fresh.WrongPasswordException;

/** Refusals that tell nothing about the caller's role. */
final class Tolerated {

    private Tolerated() {}

    static void isUnknown(Runnable step) {
        try {
            step.run();
        } catch (NotFoundException expected) {
            // whoever asks may ask: it is the token that is refused
        }
    }

    static void isStale(Runnable step) {
        try {
            step.run();
        } catch (NotFreshException expected) {
            // a caller with permission is asked for the password first
        }
    }

    static void isWrong(Runnable step) {
        try {
            step.run();
        } catch (WrongPasswordException expected) {
            // the same for a password
        }
    }
}
