package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address stays whole on all ways round: by signing in, by another language, after an error, and with a typo. */
class AddressQueryIT {

    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final int MOVED = 301;
    private static final int NOT_FOUND = 404;
    private static final int EXPIRED = 409;

    @ParameterizedTest
    @ValueSource(strings = {"/queue?view=MINE", "/queue?view=CLOSED&severity=MILD", "/image/x?with=y"})
    void signingInLeadsToTheWholeAddress(String address) {
        Person nurse = People.nurse(People.GENERAL);
        HttpVisit visit = Visitors.anonymous();
        Answer sent = visit.get(address);
        assertThat(sent.status()).isEqualTo(SEE_OTHER);
        String signIn = visit.get(sent.location()).body();
        HtmlForm form =
                HtmlForm.in(signIn, "signin").with("email", nurse.email()).with("password", People.PASSWORD);
        String action = Jsoup.parse(signIn).select("form#signin").attr("action");
        assertThat(visit.post(action, form).location()).endsWith(address);
    }

    /** Neither page is for patients; "Page not found" would be no answer to signing in. */
    @ParameterizedTest
    @ValueSource(strings = {"/queue", "/people?search=x", "/approvals"})
    void aPatientWhoIsLedToAPageOfTheStaffSeesTheirOwn(String address) {
        Person patient = People.patient();
        HttpVisit visit = Visitors.anonymous();
        String signIn = visit.get(visit.get(address).location()).body();
        HtmlForm form =
                HtmlForm.in(signIn, "signin").with("email", patient.email()).with("password", People.PASSWORD);
        String action = Jsoup.parse(signIn).select("form#signin").attr("action");
        Answer answer = visit.post(action, form);
        assertThat(answer.location()).endsWith("/consultations");
        assertThat(visit.get(answer.location()).isPage()).isTrue();
    }

    @Test
    void registeringOnTheWayKeepsWhereItLeads() {
        HttpVisit visit = Visitors.anonymous();
        String signIn = visit.get("/sign-in?continue=%2Fconsultation%2Fnew").body();
        String register = Jsoup.parse(signIn).select("main a[href^=/register]").attr("href");
        assertThat(register).isEqualTo("/register?continue=%2Fconsultation%2Fnew");
        Answer done = visit.post(
                register,
                RegistrationForm.of(visit, People.id().toLowerCase(Locale.ROOT).replace('_', 'x') + "@example.org"));
        assertThat(done.location()).contains("continue=%2Fconsultation%2Fnew", "done=registered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sign-in?continue=%2Fqueue%3Fview%3DMINE&ended=true", "/register?continue=%2Fconsultation%2Fnew"
            })
    void anotherLanguageShowsTheSameAddress(String address) {
        HttpVisit visit = Visitors.anonymous();
        String link =
                Jsoup.parse(visit.get(address).body()).select("a[hreflang=es]").attr("href");
        Answer chosen = visit.get(link);
        assertThat(URLDecoder.decode(chosen.location(), StandardCharsets.UTF_8))
                .endsWith(URLDecoder.decode(address, StandardCharsets.UTF_8));
        assertThat(visit.get(chosen.location()).body()).contains("lang=\"es\"");
    }

    @Test
    void anExpiredPageCanBeOpenedAgainWithItsQuery() {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        String address = "/consultation/" + People.consultation(patient, "Too late") + "?before=2";
        HtmlForm form = HtmlForm.in(visit.get("/consultation/new").body(), "new");
        Answer expired = visit.post(address, form);
        assertThat(expired.status()).isEqualTo(EXPIRED);
        assertThat(Jsoup.parse(expired.body()).select("main a.button").attr("href"))
                .isEqualTo(address);
    }

    @Test
    void whoIsDisabledSignsInAgainWhereTheyWere() {
        Person nurse = People.nurse(People.GENERAL);
        HttpVisit visit = Visitors.signedIn(nurse.email());
        new PeoplePage(Visitors.signedIn(People.administrator().email())).press("Disable", nurse);
        Answer out = visit.get("/queue?view=MINE");
        assertThat(out.status()).isIn(FOUND, SEE_OTHER);
        assertThat(out.location()).endsWith("/sign-in?continue=%2Fqueue%3Fview%3DMINE");
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in/, /sign-in",
        "/queue/?view=MINE, /queue?view=MINE",
        "/invitation/?token=abc, /invitation?token=abc",
        "/consultation/abc., /consultation/abc",
        "/Register, /register"
    })
    void anAddressThatWasNearlyTypedRightLeadsToThePage(String typed, String page) {
        Answer answer = Visitors.anonymous().get(typed);
        assertThat(answer.status()).isEqualTo(MOVED);
        assertThat(answer.location()).endsWith(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//queue/", "/nowhere/", "/queue/x/", "//elsewhere.example/"})
    void andNoOtherOne(String typed) {
        HttpVisit visit = Visitors.anonymous();
        String address = "http://" + visit.home().getAuthority() + typed;
        assertThat(visit.get(address).status()).isEqualTo(NOT_FOUND);
        assertThat(visit.post(address, HtmlForm.empty()).status()).isNotEqualTo(MOVED);
    }

    @Test
    void aForeignAddressSaysWhatCanBeDone() {
        String foreign = "/consultation/" + People.consultation(People.patient(), "Not yours");
        Person other = People.patient();
        Answer seen = Visitors.signedIn(other.email()).get(foreign);
        assertThat(seen.status()).isEqualTo(NOT_FOUND);
        assertThat(Jsoup.parse(seen.body()).select("main").text())
                .contains("You are signed in as " + other.name(), "sign out and sign in with that account");
        Answer unknown = Visitors.anonymous().get("/nowhere");
        assertThat(unknown.status()).isEqualTo(NOT_FOUND);
        assertThat(Jsoup.parse(unknown.body()).select("main a[href=/sign-in]").text())
                .isEqualTo("Sign in");
    }

    @Test
    void anExpiredLinkSaysWhatCanBeDone() {
        HttpVisit clinic = Visitors.signedIn(People.doctor(People.GENERAL).email());
        assertThat(clinic.get("/queue?search=1.forgotten").body()).contains("This search is over");
        assertThat(clinic.get("/queue").body()).doesNotContain("This search is over");
        HttpVisit invited = Visitors.anonymous();
        assertThat(invited.get(invited.get("/invitation?token=over").location()).body())
                .contains("This invitation is no longer valid", "If you have accepted it already");
    }
}
