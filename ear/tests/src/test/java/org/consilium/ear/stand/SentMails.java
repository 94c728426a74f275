package org.consilium.ear.stand;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.consilium.local.mail.Letter;
import org.consilium.local.mail.MailFolder;

/** The letters that nodes have sent. They come a moment after the step that they tell of. */
public final class SentMails {

    /** One timer may write a letter ten seconds after its cause, and another one sends it ten seconds later. */
    private static final Duration SOON = Duration.ofSeconds(40);

    private static final Duration OFTEN = Duration.ofMillis(10);

    private final MailFolder folder;

    /** @param folder of the mail server */
    public SentMails(Path folder) {
        this.folder = new MailFolder(folder);
    }

    /** The token in the letter to somebody that has one, whatever others there are; it is then removed. */
    public String takeToken(String email) {
        return take(email, "letter with a token", Letter::hasToken).token();
    }

    /** The next letter to somebody, which is then removed. */
    public Letter take(String email) {
        return takeAll(email, 1).get(0);
    }

    /** The letter to somebody with this subject, whatever others there are; it is then removed. */
    public Letter take(String email, String subject) {
        return take(email, subject, letter -> letter.subject().equals(subject));
    }

    private Letter take(String email, String which, Predicate<Letter> condition) {
        Letter found = await(which + " to " + email)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .atMost(SOON)
                .until(() -> folder.to(email).stream().filter(condition).findFirst(), Optional::isPresent)
                .orElseThrow();
        folder.delete(found);
        return found;
    }

    /** The letters to somebody once there are so many, which are then removed. */
    public List<Letter> takeAll(String email, int count) {
        List<Letter> found = await(count + " letters to " + email)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .atMost(SOON)
                .until(() -> folder.to(email), letters -> letters.size() >= count);
        if (found.size() > count) {
            throw new AssertionError(found.size() + " letters to " + email);
        }
        found.forEach(folder::delete);
        return found;
    }

    /** Whether there is a letter to somebody with this subject at this moment. */
    public boolean has(String email, String subject) {
        return folder.to(email).stream().anyMatch(letter -> letter.subject().equals(subject));
    }

    /** Whether there is a letter to somebody at this moment. */
    public boolean has(String email) {
        return !folder.to(email).isEmpty();
    }
}
