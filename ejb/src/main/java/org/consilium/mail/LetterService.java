package org.consilium.mail;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.Requires;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;

/** The letters that were given up, which an administrator sends again, or not. */
@Stateless
public class LetterService {
    /** As many as somebody looks through; the newest. */
    private static final int MOST = 200;

    @Inject
    private Letters letters;

    @Inject
    private Outbox outbox;

    /** The newest that were given up. */
    @Requires(Action.LIST_LETTERS)
    public List<UndeliveredLetter> undelivered() {
        return letters.undelivered(MOST).stream().map(Letter::asUndelivered).toList();
    }

    /**
     * Sends a letter again, and goes on trying for a day. A link in it may have run out.
     *
     * @throws org.consilium.access.NotFoundException when there is none such that was given up
     */
    @Requires(Action.SEND_LETTER_AGAIN)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void sendAgain(LetterId id) {
        outbox.revive(letters.get(id));
    }

    /**
     * Removes a letter.
     *
     * @throws org.consilium.access.NotFoundException when there is none such that was given up
     */
    @Requires(Action.DISCARD_LETTER)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void discard(LetterId id) {
        letters.discard(letters.get(id));
    }
}
