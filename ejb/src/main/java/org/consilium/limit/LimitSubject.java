package org.consilium.limit;

/** What a limit counts by. A limited method takes one among its parameters, unless its caller is what counts. */
public sealed interface LimitSubject
        permits ClientAddress, LetterRecipient, SecondStep, SignInAttempt, SignInOrigin, SignedInAccount {

    /** The same for everything that counts as one, however it is written. */
    String countedAs();
}
