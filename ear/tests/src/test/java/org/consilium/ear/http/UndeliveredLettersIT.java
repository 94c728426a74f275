package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator sees the letters that were given up, and sends them again or discards them. */
class UndeliveredLettersIT {
    private static final String PAGE = "/letters";

    private final HttpVisit office = Visitors.signedIn(People.administrator().email());
    private final String address =
            People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(java.util.Locale.ROOT) + "@nowhere.example";

    @BeforeEach
    void giveUp() {
        Records.change(
                "INSERT INTO letter (public_id, kind, recipient, language, created_at, attempts, failure, version)"
                        + " VALUES (?, 'ALREADY_REGISTERED', ?, 'en', UTC_TIMESTAMP(6), 1, 'REFUSED', 0)",
                People.id(),
                address);
    }

    private long kept() {
        return Records.number("SELECT COUNT(*) FROM letter WHERE recipient = ?", address);
    }

    @Test
    void oneIsSentAgain() {
        assertThat(office.get(PAGE).body())
                .contains(address, "There is an account already", "The mail server refuses the address");
        assertThat(Visitors.press(office, PAGE, "letters", "Send again", address)
                        .location())
                .contains("done=sent-again");
        assertThat(Stand.get().mails().take(address, "You have an account already"))
                .isNotNull();
        assertThat(office.get(PAGE).body()).doesNotContain(address);
    }

    /** As after an exchange of keys that was too quick. */
    @Test
    void oneWhoseLinkCannotBeReadIsAmongThem() {
        Records.change("UPDATE letter SET kind = 'RESET', due_at = UTC_TIMESTAMP(6) WHERE recipient = ?", address);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> office.get(PAGE).body().contains(address));
        assertThat(Visitors.row(office.get(PAGE).body(), "letters", address).text())
                .contains("Its link can no longer be read");
        assertThat(Stand.get().mails().has(address)).isFalse();
    }

    @Test
    void oneIsDiscarded() {
        assertThat(Visitors.press(office, PAGE, "letters", "Discard", address).location())
                .contains("done=discarded");
        assertThat(kept()).isZero();
        assertThat(Stand.get().mails().has(address)).isFalse();
    }
}
