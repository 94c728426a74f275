package org.consilium.ear.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every answer tells the browser not to do, and how the session's cookie travels. */
class HeadersIT {

    private static final Pattern SCRIPTS = Pattern.compile("script-src ([^;]*)");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    @TestFactory
    Stream<DynamicTest> everyPageIsProtected() {
        PlainVisit patient = PlainVisit.of("patient@example.org");
        PlainVisit doctor = PlainVisit.of("doctor@example.org");
        PlainVisit administrator = PlainVisit.of("admin@example.org");
        PlainVisit nobody = PlainVisit.start();
        Map<PlainVisit, List<String>> pages = Map.of(
                nobody, List.of("/", "/privacy-notice", "/sign-in", "/register", "/invitation", "/no-such-page"),
                patient,
                        List.of(
                                "/consultations",
                                "/consultation/new",
                                "/consultation/demo-consultation-0002",
                                "/queue"),
                doctor, List.of("/queue", "/consultation/demo-consultation-0002"),
                administrator, List.of("/people"));
        return pages.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(path -> DynamicTest.dynamicTest(
                                path, () -> assertProtected(entry.getKey().get(path)))));
    }

    private static void assertProtected(HttpResponse<String> answer) {
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        String policy = header(answer, "Content-Security-Policy");
        assertThat(policy)
                .contains("frame-ancestors 'none'")
                .contains("object-src 'none'")
                .contains("base-uri 'none'")
                .contains("form-action 'self'")
                .contains("style-src 'self'");
        Matcher scripts = SCRIPTS.matcher(policy);
        assertThat(scripts.find()).as("script-src in " + policy).isTrue();
        assertThat(scripts.group(1)).doesNotContain("unsafe-inline").doesNotContain("unsafe-eval");
        Matcher nonce = NONCE.matcher(scripts.group(1));
        assertThat(nonce.find()).as("a nonce in " + policy).isTrue();
        assertThat(answer.body()).contains("nonce=\"" + nonce.group(1) + "\"");
    }

    @Test
    void theNonceOfEachAnswerIsNew() {
        PlainVisit nobody = PlainVisit.start();
        assertThat(nonce(nobody)).isNotEqualTo(nonce(nobody));
    }

    private static String nonce(PlainVisit visit) {
        Matcher nonce = NONCE.matcher(header(visit.get("/sign-in"), "Content-Security-Policy"));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    @Test
    void theSessionsCookieIsForTheServerAlone() {
        HttpResponse<String> answer = PlainVisit.start().get("/sign-in");
        String cookie = header(answer, "Set-Cookie");
        assertThat(cookie)
                .startsWith("JSESSIONID=")
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void signingInGivesTheSessionANewId() {
        Person patient = Hospital.patient();
        PlainVisit visit = PlainVisit.start();
        visit.get("/sign-in");
        String before = visit.cookie("JSESSIONID").get(0);
        visit.signIn(patient.email(), Visit.PASSWORD);
        assertThat(visit.cookie("JSESSIONID")).hasSize(1).doesNotContain(before);
        assertThat(visit.get("/consultations").statusCode()).isEqualTo(200);
        assertThat(PlainVisit.start()
                        .get("/consultations", "Cookie", "JSESSIONID=" + before)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void afterSigningInTheWayLeadsToPagesOfOursAlone() {
        PlainVisit visit = PlainVisit.start();
        String path = "/sign-in?continue=https%3A%2F%2Fevil.example.org%2F";
        Form form = Form.in(visit.get(path).body(), "signin")
                .with("email", "patient@example.org")
                .with("password", Visit.PASSWORD);
        assertThat(header(visit.post(path, form), "Location")).endsWith("/consultations");
    }

    @Test
    void scriptsAndStylesAreKeptByVersion() {
        PlainVisit visit = PlainVisit.start();
        Matcher style = Pattern.compile("href=\"(/jakarta.faces.resource/consilium.css[^\"]*)\"")
                .matcher(visit.get("/").body());
        assertThat(style.find()).isTrue();
        assertThat(style.group(1)).containsPattern("v=\\d{14}");
        HttpResponse<String> answer = visit.get(style.group(1).replace("&amp;", "&"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).doesNotContain("no-store");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
