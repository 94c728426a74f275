package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** An administrator lets somebody in again whom wrong passwords have locked out, and says why. */
class UnlockIT {
    private static final String REASON = "Called from the number in the record\nand had mistyped it.";

    private final Person administrator = People.administrator();
    private final HttpVisit office = Visitors.signedIn(administrator.email());
    private final Person locked = People.patient();

    private void lock() {
        Records.change(
                "UPDATE account SET failed_sign_ins = 100, forgiving_since = UTC_TIMESTAMP(6),"
                        + " locked_until = UTC_TIMESTAMP(6) + INTERVAL 30 MINUTE WHERE email = ?",
                locked.email());
    }

    private HtmlForm form(String reason) {
        return HtmlForm.in(office.get(People.page(locked)).body(), "unlock").with("why", reason);
    }

    @Test
    void theReasonIsKept() {
        lock();
        assertThat(Visitors.signIn(Visitors.anonymous(), locked.email(), People.PASSWORD)
                        .isDone())
                .isFalse();
        assertThat(office.post(People.page(locked), form(REASON)).location()).contains("done=unlocked");
        assertThat(Visitors.signIn(Visitors.anonymous(), locked.email(), People.PASSWORD)
                        .isDone())
                .isTrue();
        assertThat(Records.text(
                        "SELECT CONCAT_WS(' ', reason, p.email, unlocked_at > UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE)"
                                + " FROM account_unlock JOIN account a ON a.id = account_id"
                                + " JOIN account p ON p.id = unlocked_by WHERE a.email = ?",
                        locked.email()))
                .isEqualTo(REASON + " " + administrator.email() + " 1");
    }

    @Test
    void thereIsNoUnlockingWithoutAReason() {
        lock();
        for (String blank : new String[] {"", "  ", "\u200b"}) {
            assertThat(office.post(People.page(locked), form(blank)).isDone()).isFalse();
        }
        assertThat(office.post(People.page(locked), form("x".repeat(501))).isDone())
                .isFalse();
        assertThat(Records.number("SELECT failed_sign_ins FROM account WHERE email = ?", locked.email()))
                .isEqualTo(100);
    }

    @Test
    void whoIsNotLockedIsNotUnlocked() {
        assertThat(office.get(People.page(locked)).body())
                .contains("This account is not locked.")
                .doesNotContain("unlock:send");
    }
}
