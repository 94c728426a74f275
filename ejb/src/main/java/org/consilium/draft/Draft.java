package org.consilium.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.consilium.platform.KeyedEntity;
import org.consilium.platform.Unversioned;
import org.consilium.secret.SecretKeys;

/** An encrypted draft: text typed into one form that is not sent yet. Once the form is sent, the draft is empty. */
@Entity
@Table(name = "draft")
@Unversioned("its row is locked before it is saved again")
public class Draft extends KeyedEntity {
    /** How long a draft is kept after it was last saved; photos that wait for their message are kept as long. */
    static final Duration TTL = Duration.ofDays(30);

    /** How long an empty one is kept: a save that was sent before the form may arrive for that long. */
    private static final Duration EMPTY_TTL = Duration.ofDays(1);

    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "place", length = DraftPlace.MAX)
    private String place;

    @Column(name = "content")
    private byte[] content = {};

    @Column(name = "version")
    private long version;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Draft() {}

    /** Creates an empty draft. Versions begin with the time, so that none returns after a draft has expired. */
    Draft(long accountKey, DraftPlace place, Instant now) {
        this.accountKey = accountKey;
        this.place = place.value();
        this.version = now.toEpochMilli();
        this.expiresAt = now.plus(EMPTY_TTL);
    }

    void save(String text, SecretKeys keys, Instant now) {
        content = keys.encrypt(purpose(), text.getBytes(StandardCharsets.UTF_8));
        version++;
        expiresAt = now.plus(TTL);
    }

    void empty(Instant now) {
        content = new byte[0];
        version++;
        expiresAt = now.plus(EMPTY_TTL);
    }

    long version() {
        return version;
    }

    /** Its text is empty as well if it has expired, or if the key that encrypted it is no longer configured. */
    SavedDraft read(SecretKeys keys, Instant now) {
        String text = "";
        if (content.length > 0 && now.isBefore(expiresAt)) {
            text = keys.decrypt(purpose(), content)
                    .map(plain -> new String(plain, StandardCharsets.UTF_8))
                    .orElse("");
        }
        return new SavedDraft(text, version);
    }

    private String purpose() {
        return "draft " + accountKey + ' ' + place;
    }
}
