package org.consilium.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.secret.SecretKeys;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands over the letters of the outbox to the mail server, one after the other. Each node does, and no two the same
 * letter: it is taken for longer than an attempt lasts. A letter is doubled only if a node, or the connection, dies in
 * the moment between the server's taking it and our learning of that; both then have the same Message-ID, by which mail
 * programs recognize them (RFC 1047 describes this moment, which SMTP cannot close).
 */
@ApplicationScoped
public class OutboxRun {
    private static final Logger LOG = Logger.getLogger(OutboxRun.class.getName());

    /** In which a letter that was sent is removed from a database that is failing over. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Letters letters;

    @Inject
    private SmtpServer server;

    @Inject
    private SecretKeys keys;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "consilium.web.address")
    private String address;

    /** Those that have asked for a run, including the one that is going on. */
    private final AtomicInteger wanted = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public OutboxRun() {}

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) LetterWritten letter) {
        try {
            threads.execute(this::run);
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.FINE, "this node is busy, a letter will be sent later", busy);
        }
    }

    /** Sends all that is due. If a run is going on, it does so once more. */
    void run() {
        if (wanted.getAndIncrement() > 0) {
            return;
        }
        int served = 1;
        do {
            try {
                sendAll();
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "letters could not be sent now", failure);
            }
            served = wanted.addAndGet(-served);
        } while (served > 0);
    }

    private void sendAll() {
        try (SmtpConnection connection = server.connection()) {
            for (Optional<Letter> next = take(); next.isPresent(); next = take()) {
                if (!isEnded(next.get(), connection)) {
                    // the timer goes on with the others
                    return;
                }
            }
        }
    }

    private Optional<Letter> take() {
        return letters.take(SmtpServer.MAX_TIME.plus(MARGIN));
    }

    /** Sends a letter, or records that it could not be sent; returns whether the next one can be. */
    private boolean isEnded(Letter letter, SmtpConnection connection) {
        if (letter.isOutdated(clock.instant())) {
            letters.fail(letter, LetterFailure.UNAVAILABLE);
            return true;
        }
        Optional<String> link = link(letter);
        if (link.isEmpty()) {
            LOG.log(
                    Level.SEVERE,
                    "a letter cannot be sent: the key in consilium.secret.keys that encrypted it is gone");
            letters.fail(letter, LetterFailure.LINK_LOST);
            return true;
        }
        try {
            connection.send(LetterText.write(letter, languages(letter), link.get()));
            remove(letter);
            return true;
        } catch (MailRefusedException refused) {
            LOG.log(Level.WARNING, "a letter is refused: {0}, {1}", new Object[] {letter.kind(), refused.getMessage()});
            letters.fail(letter, LetterFailure.REFUSED);
            return true;
        } catch (MailUnavailableException failure) {
            LOG.log(Level.WARNING, "a letter was not sent: {0}, {1}", new Object[] {letter.kind(), failure.getMessage()
            });
            letters.fail(letter, LetterFailure.UNAVAILABLE);
            return connection.isOpen();
        }
    }

    private static List<Locale> languages(Letter letter) {
        return letter.language().map(List::of).orElse(LetterText.LANGUAGES);
    }

    private Optional<String> link(Letter letter) {
        String page = address + letter.kind().path();
        return letter.kind().hasSecretLink()
                ? letter.token(keys).map(token -> page + '?' + LetterKind.PARAMETER + '=' + token)
                : Optional.of(page);
    }

    /** Goes on if the database does not answer: otherwise the letter would be sent once more. */
    private void remove(Letter sent) {
        Instant end = clock.instant().plus(MARGIN);
        while (true) {
            try {
                boolean removed = letters.remove(sent);
                LOG.log(Level.INFO, "a letter was sent: {0}, removed: {1}", new Object[] {sent.kind(), removed});
                return;
            } catch (RuntimeException failure) {
                if (clock.instant().isAfter(end)) {
                    throw failure;
                }
                LOG.log(Level.FINE, "a letter that was sent cannot be removed yet", failure);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the node stops", stopped);
        }
    }
}
