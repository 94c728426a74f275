package org.consilium.ear.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A node behind a proxy that ends TLS believes it; no other node believes anybody. */
class BehindProxyIT {

    private static final String[] OVER_TLS = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.1"};

    @Test
    void aNodeThatTrustsItsProxyKeepsBrowsersOnTls() {
        PlainVisit visit = PlainVisit.at(LimitedNodes.get().turn(0).address());
        assertKeptOnTls(visit.get("/sign-in", OVER_TLS));
        assertThat(visit.get("/").headers().firstValue("Strict-Transport-Security"))
                .as("without TLS there is nothing to keep")
                .isEmpty();
    }

    @Test
    void aNodeWithoutAProxyBelievesNobody() {
        HttpResponse<String> answer = PlainVisit.start().get("/sign-in", OVER_TLS);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Secure");
    }

    private static void assertKeptOnTls(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                .startsWith("max-age=31536000");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("JSESSIONID=")
                .contains("Secure")
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }
}
