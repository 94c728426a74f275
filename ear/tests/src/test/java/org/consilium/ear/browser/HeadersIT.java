package org.consilium.ear.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");
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

    @Test
    void modulesAreKeptByVersionWithAllThatTheyImport() {
        PlainVisit visit = PlainVisit.start();
        Set<URI> modules = new LinkedHashSet<>();
        collectModules(visit, entryModule(visit), modules);
        assertThat(modules)
                .hasSizeGreaterThan(3)
                .allSatisfy(address -> assertThat(address.getPath())
                        .startsWith(entryModule(visit).resolve(".").getPath()));
    }

    /** A module, and those that it imports by relative paths. */
    private static void collectModules(PlainVisit visit, URI address, Set<URI> found) {
        if (found.add(address)) {
            HttpResponse<String> answer = visit.get(address.getPath());
            assertThat(answer.statusCode()).as("%s", address).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            IMPORT.matcher(answer.body())
                    .results()
                    .forEach(path -> collectModules(visit, address.resolve(path.group(1)), found));
        }
    }

    /** The scripts of two releases must not be mixed, so that a balancer has to find a node of the right one. */
    @Test
    void aModuleOfAnotherReleaseIsAskedForElsewhere() {
        PlainVisit visit = PlainVisit.start();
        String other = entryModule(visit).getPath().replaceFirst("/[0-9a-f]{16}/", "/0123456789abcdef/");
        HttpResponse<String> answer = visit.get(other);
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(header(answer, "Location")).isEqualTo(other);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    private static URI entryModule(PlainVisit visit) {
        Matcher script = Pattern.compile("<script type=\"module\" src=\"([^\"]+/page.js)\"></script>")
                .matcher(visit.get("/").body());
        assertThat(script.find()).isTrue();
        return URI.create(script.group(1));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
