package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** A node behind a proxy that ends TLS believes it; no other node believes anybody. */
class BehindProxyIT {

    private static final String[] OVER_TLS = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.1"};

    @Test
    void aNodeThatTrustsItsProxyKeepsBrowsersOnTls() {
        HttpVisit visit = HttpVisit.at(LimitedNodes.get().turn(0).address());
        assertKeptOnTls(visit.get("/sign-in", OVER_TLS));
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

    private static void assertKeptOnTls(Answer answer) {
        assertThat(answer.header("Strict-Transport-Security").orElse("")).startsWith("max-age=31536000");
        assertThat(answer.header("Set-Cookie").orElse(""))
                .startsWith("JSESSIONID=")
                .contains("Secure")
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }
}
