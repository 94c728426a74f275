package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft is there on each device of its author until it is sent, and for nobody else. */
class DraftIT {

    private static final String NEW = "/draft/submitted/consultation/new";
    private static final String TEXT = "{\"new:title\":\"Drafted by a test\"}";
    private static final String OTHER_TEXT = "{\"new:title\":\"Drafted in another tab\"}";
    private static final String VERSION = "Draft-Version";
    private static final String FIRST = "0";
    private static final int MAX_BYTES = 64 * 1024;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;

    private Person patient;
    private HttpVisit phone;
    private String account;

    @BeforeEach
    void signIn() {
        patient = People.patient();
        phone = Visitors.signedIn(patient.email());
        account = Visitors.account(phone, "/consultations");
    }

    private Answer save(String place, String text, String base) {
        return phone.send("PUT", place, text, "Shown-To", account, VERSION, base);
    }

    private Answer read(HttpVisit visit, String place) {
        return visit.get(place, "Shown-To", account);
    }

    private static String version(Answer answer) {
        return answer.header(VERSION).orElseThrow();
    }

    @Test
    void itIsThereOnAnotherDevice() {
        assertThat(read(phone, NEW).status()).isEqualTo(NO_CONTENT);
        String version = version(save(NEW, TEXT, FIRST));
        Visitors.signOut(phone);

        HttpVisit laptop = Visitors.signedIn(Stand.get().secondNode().address(), patient);
        Answer found = read(laptop, NEW);
        assertThat(found.status()).isEqualTo(OK);
        assertThat(found.body()).isEqualTo(TEXT);
        assertThat(version(found)).isEqualTo(version);
        assertThat(found.header("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void twoTabsDoNotOverwriteEachOther() {
        String version = version(save(NEW, TEXT, FIRST));
        Answer conflict = save(NEW, OTHER_TEXT, FIRST);
        assertThat(conflict.status()).isEqualTo(CONFLICT);
        assertThat(conflict.body()).isEqualTo(TEXT);
        assertThat(version(conflict)).isEqualTo(version);
        assertThat(save(NEW, OTHER_TEXT, version).status()).isEqualTo(NO_CONTENT);
        assertThat(read(phone, NEW).body()).isEqualTo(OTHER_TEXT);
    }

    /** A save that left before the form and arrives after it brings nothing back, even if it is the first one. */
    @Test
    void whatWasSentStaysAway() {
        String page = "/consultation/" + People.consultation(patient, "Drafted");
        String place = "/draft/written" + page;
        String version = version(save(place, TEXT, FIRST));
        send(page);
        assertThat(read(phone, place).status()).isEqualTo(NO_CONTENT);
        Answer late = save(place, TEXT, version);
        assertThat(late.status()).isEqualTo(CONFLICT);
        assertThat(late.body()).isEmpty();
        assertThat(read(phone, place).status()).isEqualTo(NO_CONTENT);
        assertThat(save(place, OTHER_TEXT, version(late)).status()).isEqualTo(NO_CONTENT);
        assertThat(read(phone, place).body()).isEqualTo(OTHER_TEXT);

        String other = "/consultation/" + People.consultation(patient, "Not saved before it was sent");
        send(other);
        assertThat(save("/draft/written" + other, TEXT, FIRST).status()).isEqualTo(CONFLICT);
    }

    /** A link that anybody can write empties nothing: the page believes only our own redirects. */
    @Test
    void aForgedConfirmationEmptiesNothing() {
        String page = "/consultation/" + People.consultation(patient, "Forged");
        save("/draft/written" + page, TEXT, FIRST);
        assertThat(phone.get(page + "?done=written").isPage()).isTrue();
        assertThat(read(phone, "/draft/written" + page).body()).isEqualTo(TEXT);
    }

    private void send(String page) {
        HtmlForm form = HtmlForm.in(phone.get(page).body(), "reply").with("message", "Sent by a test");
        Answer sent = phone.post(page, form);
        assertThat(phone.get(sent.location()).body()).contains("Your message was sent.");
    }

    @Test
    void nobodyElseReadsIt() {
        save(NEW, TEXT, FIRST);
        HttpVisit other = Visitors.signedIn(People.patient().email());
        assertThat(read(other, NEW).status()).as("the page of another person").isEqualTo(BAD_REQUEST);
        assertThat(other.get(NEW, "Shown-To", Visitors.account(other, "/consultations"))
                        .status())
                .as("a draft of their own")
                .isEqualTo(NO_CONTENT);
        assertThat(phone.get(NEW).status()).as("no page").isEqualTo(BAD_REQUEST);
        assertThat(read(Visitors.anonymous(), NEW).status()).isEqualTo(UNAUTHORIZED);
        assertThat(phone.get(NEW, "Shown-To", account, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(BAD_REQUEST);
        HttpVisit administrator = Visitors.signedIn(People.administrator().email());
        assertThat(administrator
                        .get(NEW, "Shown-To", Visitors.account(administrator, "/people"))
                        .status())
                .as("somebody whose pages have no drafts")
                .isEqualTo(NOT_FOUND);
    }

    @Test
    void theDatabaseHoldsItEncrypted() {
        save(NEW, TEXT, FIRST);
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM draft d JOIN account a ON a.id = d.account_id WHERE a.email = ?"
                                + " AND LENGTH(d.content) > 0 AND d.content NOT LIKE '%Drafted by a test%'"
                                + " AND d.expires_at BETWEEN NOW() + INTERVAL 29 DAY AND NOW() + INTERVAL 31 DAY",
                        patient.email()))
                .isEqualTo(1);
    }

    @Test
    void badInputIsRefused() {
        assertThat(save(NEW, "x".repeat(MAX_BYTES + 1), FIRST).status()).isEqualTo(TOO_LARGE);
        assertThat(save(NEW, "x".repeat(MAX_BYTES), "no number").status()).isEqualTo(NO_CONTENT);
        for (String place : new String[] {"/draft/", "/draft/UPPER/x", "/draft/a/b/c/d/e", "/draft/written"}) {
            assertThat(save(place, TEXT, FIRST).status()).as(place).isEqualTo(NOT_FOUND);
        }
        for (String method : new String[] {"POST", "DELETE"}) {
            assertThat(phone.send(method, NEW, "", "Shown-To", account).status())
                    .as(method)
                    .isEqualTo(METHOD_NOT_ALLOWED);
        }
    }

    /** Nobody can fill the disk by saving drafts for pages that do not exist. */
    @Test
    void aPersonHasSoManyDraftsAtMost() {
        save(NEW, TEXT, FIRST);
        Records.change(
                "INSERT INTO draft (account_id, place, content, version, expires_at)"
                        + " SELECT a.id, CONCAT('written/consultation/', m.seq), '', 1, NOW() + INTERVAL m.seq MINUTE"
                        + " FROM account a JOIN (WITH RECURSIVE n AS (SELECT 1 AS seq UNION ALL"
                        + " SELECT seq + 1 FROM n WHERE seq < 999) SELECT seq FROM n) m WHERE a.email = ?",
                patient.email());
        assertThat(save("/draft/written/consultation/last", TEXT, FIRST).status())
                .isEqualTo(NO_CONTENT);
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM draft d JOIN account a ON a.id = d.account_id WHERE a.email = ?",
                        patient.email()))
                .isEqualTo(1000);
        assertThat(read(phone, NEW).body()).isEqualTo(TEXT);
    }
}
