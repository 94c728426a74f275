package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.SentMails;
import org.consilium.ear.stand.Stand;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** Wrong passwords of strangers do not keep the owner of an account out, who is told of them. */
class LockOutIT {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String WRONG = "incorrect horse battery";
    private static final String WRONG_PAIR = "E-mail or password is wrong.";
    private static final String COOKIE = "consilium-device";

    private final String owner = People.patient().email();
    private final HttpVisit device = visit();

    private static HttpVisit visit() {
        return HttpVisit.at(LimitedNodes.get().turn(0).address());
    }

    private static Answer signIn(HttpVisit visit, String email, String password, String address) {
        HtmlForm form = HtmlForm.in(visit.get("/sign-in").body(), "signin")
                .with("email", email)
                .with("password", password);
        return visit.post("/sign-in", form, "X-Forwarded-For", address);
    }

    private static void signOut(HttpVisit visit) {
        assertThat(visit.post("/sign-out", HtmlForm.empty()).status() / 100).isEqualTo(3);
    }

    @Test
    void aStrangerIsKeptOutAndTheOwnerElsewhereIsNot() {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(signIn(visit(), owner, WRONG, "198.51.100.1").body()).contains(WRONG_PAIR);
        }
        assertThat(signIn(visit(), owner, WRONG, "198.51.100.1").status()).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(signIn(visit(), owner, People.PASSWORD, "198.51.100.2").isDone())
                .isTrue();
    }

    @Test
    void aKnownDeviceIsNotKeptOutByOthersOnItsNetwork() {
        assertThat(signIn(device, owner, People.PASSWORD, "198.51.100.3").isDone())
                .isTrue();
        signOut(device);
        for (int attempt = 0; attempt < 3; attempt++) {
            signIn(visit(), owner, WRONG, "198.51.100.3");
            signIn(visit(), People.id() + "@example.org", WRONG, "198.51.100.3");
        }
        assertThat(signIn(visit(), owner, People.PASSWORD, "198.51.100.3").status())
                .as("an unknown device")
                .isEqualTo(TOO_MANY_REQUESTS);
        assertThat(signIn(device, owner, People.PASSWORD, "198.51.100.3").isDone())
                .as("the known one")
                .isTrue();
    }

    @Test
    void aKnownDeviceGetsInWhileTheAccountIsLockedForAllOthers() {
        assertThat(signIn(device, owner, People.PASSWORD, "198.51.100.4").isDone())
                .isTrue();
        signOut(device);
        Records.change(
                "UPDATE account SET failed_sign_ins = 99, forgiving_since = UTC_TIMESTAMP(6) WHERE email = ?", owner);
        assertThat(signIn(visit(), owner, WRONG, "198.51.100.5").body()).contains(WRONG_PAIR);

        assertThat(signIn(visit(), owner, People.PASSWORD, "198.51.100.6").body())
                .as("no other answer than to a wrong password")
                .contains(WRONG_PAIR);
        assertThat(signIn(device, owner, People.PASSWORD, "198.51.100.4").isDone())
                .isTrue();
    }

    @Test
    void guessesOnAKnownDeviceAreLimitedAsWell() {
        assertThat(signIn(device, owner, People.PASSWORD, "198.51.100.7").isDone())
                .isTrue();
        signOut(device);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(signIn(device, owner, WRONG, "198.51.100.7").body()).contains(WRONG_PAIR);
        }
        assertThat(signIn(device, owner, People.PASSWORD, "198.51.100.8").status())
                .isEqualTo(TOO_MANY_REQUESTS);
    }

    @Test
    void theOwnerIsToldOnce() {
        for (int attempt = 0; attempt < 3; attempt++) {
            signIn(visit(), owner, WRONG, "198.51.100.9");
        }
        Answer done = signIn(device, owner, People.PASSWORD, "198.51.100.10");
        assertThat(done.isDone()).isTrue();
        String told = "someone entered a wrong password or code for your account 3 times";
        assertThat(device.get(done.location()).body()).contains(told);
        assertThat(device.get(done.location()).body()).doesNotContain(told);
    }

    @Test
    void theOwnerIsToldOfASignInOnAnotherDevice() {
        SentMails mails = Stand.get().mails();
        signIn(device, owner, People.PASSWORD, "198.51.100.12");
        signOut(device);
        signIn(device, owner, People.PASSWORD, "198.51.100.13");
        assertThat(mails.has(owner)).as("the first device, and again").isFalse();

        signIn(visit(), owner, People.PASSWORD, "198.51.100.14");
        assertThat(mails.take(owner).subject()).isEqualTo("You signed in on a new device");
    }

    @Test
    void theOwnerIsToldOnceThatTheAccountIsLocked() {
        Records.change(
                "UPDATE account SET failed_sign_ins = 98, forgiving_since = UTC_TIMESTAMP(6) WHERE email = ?", owner);
        signIn(visit(), owner, WRONG, "198.51.100.15");
        assertThat(Stand.get().mails().has(owner)).isFalse();
        signIn(visit(), owner, WRONG, "198.51.100.16");
        assertThat(Stand.get().mails().take(owner, "Your account is locked for a while"))
                .isNotNull();
        signIn(visit(), owner, WRONG, "198.51.100.17");
        assertThat(Stand.get().mails().has(owner)).isFalse();
    }

    @Test
    void theCookieIsForTheServerAloneAndHoldsNothingPersonal() {
        String[] overTls = {"X-Forwarded-For", "198.51.100.11", "X-Forwarded-Proto", "https"};
        Answer page = device.get("/sign-in", overTls);
        HtmlForm form = HtmlForm.in(page.body(), "signin").with("email", owner).with("password", People.PASSWORD);
        // the client would not send it, as the proxy that ends TLS is not there
        device.withCookie("__Host-form", page.header("Set-Cookie").orElseThrow().replaceAll("^[^=]+=|;.*", ""));
        String cookie = device.post("/sign-in", form, overTls).headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("__Host-" + COOKIE + "="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .matches("__Host-" + COOKIE + "=[\\w-]{22}\\.[\\w-]{22};.*")
                .containsIgnoringCase("; HttpOnly")
                .containsIgnoringCase("; Secure")
                .contains("SameSite=Strict", "Path=/", "Max-Age=34560000");
    }
}
