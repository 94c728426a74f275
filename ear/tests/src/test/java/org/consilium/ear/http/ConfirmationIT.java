package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page confirms what was done, once, and believes no link about it. */
class ConfirmationIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registered",
                "confirmed",
                "reset-sent",
                "password-changed",
                "password-replaced",
                "language-changed",
                "app-added",
                "zone-changed",
                "closing-requested",
                "closing-withdrawn",
                "closing-declined",
                "name-changed",
                "address-requested",
                "address-changed",
                "notifications-changed",
                "factor-removed",
                "app-removed",
                "passkey-added",
                "passkey-renamed",
                "passkey-removed",
                "session-ended",
                "signed-out",
                "accepted",
                "submitted",
                "written",
                "taken",
                "handed-over",
                "asked-in",
                "asking-ended",
                "cover-given",
                "cover-ended",
                "closed",
                "noted",
                "marked-unread",
                "annotated",
                "disabled",
                "enabled",
                "unlocked",
                "reset-requested",
                "reset-approved",
                "reset-withdrawn",
                "team-changed",
                "emergency-opened",
                "emergency-ended",
                "letter-held",
                "letter-let-go",
                "reviewed",
                "patient-marked",
                "patient-unmarked",
                "proposed",
                "invited",
                "sent-again",
                "discarded",
                "check-begun",
                "question-sent",
                "question-answered",
                "disclosure-entered"
            })
    void aLinkConfirmsNothing(String done) {
        HttpVisit visit = Visitors.signedIn(People.patient().email());
        for (String page : List.of("/consultations", "/sign-in", "/")) {
            assertThat(confirmations(visit.get(page + "?done=" + done)))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void whatWasDoneIsConfirmedOnce() {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        String path = "/consultation/" + People.consultation(patient, "Confirmed");
        HtmlForm reply = HtmlForm.in(visit.get(path).body(), "reply").with("message", "Better today.");
        Answer sent = visit.post(path, reply);
        assertThat(sent.location()).endsWith(path + "?done=written");
        assertThat(String.join(" ", sent.headers().allValues("Set-Cookie")))
                .contains("HttpOnly", "Path=" + path)
                .containsIgnoringCase("SameSite=Strict");
        assertThat(confirmations(visit.get(path + "?done=taken")))
                .as("another note")
                .isEmpty();
        assertThat(confirmations(visit.get("/consultations?done=written")))
                .as("another page")
                .isEmpty();
        assertThat(confirmations(visit.get(sent.location()))).containsExactly("Your message was sent.");
        assertThat(confirmations(visit.get(sent.location()))).as("again").isEmpty();
    }

    @Test
    void signingOutIsConfirmedToWhoeverHasSignedOut() {
        HttpVisit visit = Visitors.signedIn(People.patient().email());
        Answer out = Visitors.signOut(visit);
        assertThat(confirmations(visit.get(out.location()))).containsExactly("You are signed out.");
        assertThat(confirmations(visit.get(out.location()))).isEmpty();
    }

    private static List<String> confirmations(Answer page) {
        return Jsoup.parse(page.body()).select("[role=status].done").eachText();
    }
}
