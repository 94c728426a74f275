package org.consilium.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.consilium.platform.PublicIds;
import org.consilium.platform.VersionedEntity;
import org.consilium.secret.SecretKeys;
import org.jspecify.annotations.Nullable;

/**
 * A letter that has not been sent: it is due, a node is sending it, or it has been given up. One that has been sent is
 * deleted. Each attempt puts off the next one, so that only one node at a time sends it, and another one does if that
 * node dies.
 */
@Entity
@Table(name = "letter")
public class Letter extends VersionedEntity {
    /** The longest address (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
    private static final int MAX_ADDRESS = 254;

    /** Letters are about something that has just happened: a day later they would mislead. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int PAUSE_FACTOR = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** After which the pause is the longest in any case. */
    private static final int MAX_STEPS = 6;

    @Enumerated(EnumType.STRING)
    private LetterKind kind;

    @Column(name = "recipient", length = MAX_ADDRESS)
    private String recipient;

    /** Null for all languages. */
    @Column(name = "language")
    private @Nullable String language;

    /** The token of the link, encrypted; null if the link has none. */
    @Column(name = "token")
    private byte @Nullable [] token;

    @Column(name = "created_at")
    private Instant createdAt;

    /** When it is to be sent; null once it has been given up. */
    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "attempts")
    private int attempts;

    @Enumerated(EnumType.STRING)
    private @Nullable LetterFailure failure;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Letter() {}

    /**
     * A letter that is due at once.
     *
     * @param language null if the recipient's is not known: it is written in all languages
     */
    Letter(LetterKind kind, String recipient, @Nullable Locale language, Instant now) {
        super(PublicIds.next());
        this.kind = kind;
        this.recipient = recipient;
        this.language = language == null ? null : language.toLanguageTag();
        this.createdAt = now;
        this.dueAt = now;
    }

    void link(String secret, SecretKeys keys) {
        token = keys.encrypt(purpose(), secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The token of its link; empty if there is none, or if the key that encrypted it is no longer configured. */
    Optional<String> token(SecretKeys keys) {
        return Optional.ofNullable(token)
                .flatMap(encrypted -> keys.decrypt(purpose(), encrypted))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private String purpose() {
        return "letter " + publicId();
    }

    /**
     * Begins an attempt to send it.
     *
     * @param length after which another node may try
     */
    void attempt(Instant now, Duration length) {
        attempts++;
        dueAt = now.plus(length);
    }

    /** Ends an attempt that did not succeed. */
    void fail(LetterFailure why, Instant now) {
        failure = why;
        dueAt = why != LetterFailure.UNAVAILABLE || isOutdated(now) ? null : now.plus(pause());
    }

    /** Whether it is not worth sending any more. */
    boolean isOutdated(Instant now) {
        return !now.isBefore(createdAt.plus(GIVEN_UP_AFTER));
    }

    private Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(PAUSE_FACTOR, Math.min(attempts - 1, MAX_STEPS)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Puts one that was given up into the outbox again, for another day. */
    void revive(Instant now) {
        createdAt = now;
        dueAt = now;
        attempts = 0;
        failure = null;
    }

    /** When it is to be sent next; empty once it has been given up. */
    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    LetterId id() {
        return new LetterId(publicId());
    }

    LetterKind kind() {
        return kind;
    }

    String recipient() {
        return recipient;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Its language; empty for all of them. */
    Optional<Locale> language() {
        return Optional.ofNullable(language).map(Locale::forLanguageTag);
    }

    /** As the page of undelivered letters shows it. */
    UndeliveredLetter asUndelivered() {
        return new UndeliveredLetter(
                id(), kind, recipient, createdAt, failure == null ? LetterFailure.UNAVAILABLE : failure);
    }
}
