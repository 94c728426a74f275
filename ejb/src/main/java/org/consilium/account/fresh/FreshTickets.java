package org.consilium.account.fresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.FreshTicket;
import org.consilium.access.FreshTicketReader;
import org.consilium.secret.SecretKeys;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues and judges tickets. They are encrypted, so that nobody can make one, and any node can judge them. */
@ApplicationScoped
public class FreshTickets implements FreshTicketReader {
    private static final String PURPOSE = "fresh authentication";

    @Inject
    private SecretKeys keys;

    @Inject
    @ConfigProperty(name = "consilium.account.fresh-seconds")
    private int seconds;

    @Inject
    private Clock clock;

    FreshTicket issue(Caller caller) {
        byte[] plain = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(caller.accountKey())
                .putLong(clock.instant().toEpochMilli())
                .array();
        return new FreshTicket(Base64.getUrlEncoder().withoutPadding().encodeToString(keys.encrypt(PURPOSE, plain)));
    }

    @Override
    public boolean isFresh(FreshTicket ticket, Caller caller) {
        return decoded(ticket)
                .flatMap(encrypted -> keys.decrypt(PURPOSE, encrypted))
                .map(ByteBuffer::wrap)
                .filter(plain -> plain.getLong() == caller.accountKey())
                .map(plain -> Instant.ofEpochMilli(plain.getLong()).plus(Duration.ofSeconds(seconds)))
                .filter(end -> clock.instant().isBefore(end))
                .isPresent();
    }

    private static Optional<byte[]> decoded(FreshTicket ticket) {
        try {
            return ticket.value().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(ticket.value()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
