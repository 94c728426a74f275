package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** A node behind a proxy that ends TLS believes it; no other node believes anybody. */
class BehindProxyIT {

    private static final String[] OVER_TLS = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.1"};

    @Test
    void aNodeThatTrustsItsProxyKeepsBrowsersOnTls() {
        HttpVisit visit = HttpVisit.at(LimitedNodes.get().turn(0).address());
        Answer page = visit.get("/sign-in", OVER_TLS);
        assertKeptOnTls(page, "__Host-form=");
        HtmlForm form = HtmlForm.in(page.body(), "signin")
                .with("email", "patient@example.org")
                .with("password", People.PASSWORD);
        String[] withCookie = Arrays.copyOf(OVER_TLS, OVER_TLS.length + 2);
        withCookie[OVER_TLS.length] = "Cookie"; // the visit itself keeps it for TLS alone
        withCookie[OVER_TLS.length + 1] =
                page.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertKeptOnTls(visit.post("/sign-in", form, withCookie), "JSESSIONID=");
        assertThat(visit.get("/").header("Strict-Transport-Security"))
                .as("without TLS there is nothing to keep")
                .isEmpty();
    }

    @Test
    void aNodeWithoutAProxyBelievesNobody() {
        Answer answer = Visitors.anonymous().get("/sign-in", OVER_TLS);
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Set-Cookie").orElse("")).doesNotContain("Secure");
    }

    private static void assertKeptOnTls(Answer answer, String cookie) {
        assertThat(answer.header("Strict-Transport-Security").orElse("")).startsWith("max-age=31536000");
        assertThat(answer.header("Set-Cookie").orElse(""))
                .startsWith(cookie)
                .contains("Secure")
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }
}
