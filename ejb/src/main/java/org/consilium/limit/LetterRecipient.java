package org.consilium.limit;

import org.consilium.platform.Mailbox;

/** The address of a letter that somebody asks for who has not signed in; it counts in its canonical form. */
public record LetterRecipient(String email) implements LimitSubject {
    @Override
    public String countedAs() {
        return Mailbox.of(email).address();
    }
}
