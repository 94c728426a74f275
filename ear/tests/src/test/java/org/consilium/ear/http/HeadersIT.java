package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The security headers of every response, and the attributes of the session cookie. */
class HeadersIT {

    private static final Pattern SCRIPTS = Pattern.compile("script-src ([^;]*)");
    private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");

    @TestFactory
    Stream<DynamicTest> everyPageIsProtected() {
        HttpVisit patient = Visitors.signedIn("patient@example.org");
        HttpVisit doctor = Visitors.signedIn("doctor@example.org");
        HttpVisit administrator = Visitors.signedIn("admin@example.org");
        HttpVisit nobody = Visitors.anonymous();
        Map<HttpVisit, List<String>> pages = Map.of(
                nobody,
                Visitors.PUBLIC_PAGES,
                patient,
                List.of("/consultations", "/consultation/new", "/consultation/demo-consultation-0002", "/queue"),
                doctor,
                List.of("/queue", "/consultation/demo-consultation-0002"),
                administrator,
                List.of("/people", "/approvals"),
                Visitors.signedIn("privacy@example.org"),
                List.of("/privacy", "/privacy/trail"));
        return pages.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(path -> DynamicTest.dynamicTest(
                                path, () -> assertProtected(entry.getKey().get(path)))));
    }

    private static void assertProtected(Answer answer) {
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
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
        assertThat(scripts.group(1).strip()).isEqualTo("'self'");
        assertThat(policy).startsWith("default-src 'none'");
        assertThat(Jsoup.parse(answer.body()).select("script:not([src]):not([type=application/json]), [style], style"))
                .as("inline scripts and styles")
                .isEmpty();
    }

    @Test
    void theSessionsCookieIsForTheServerAlone() {
        Answer answer = Visitors.signIn(Visitors.anonymous(), "patient@example.org", People.PASSWORD);
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
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        String before = visit.cookie("JSESSIONID");
        Visitors.signIn(visit, patient.email(), People.PASSWORD);
        assertThat(visit.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
        assertThat(visit.get("/consultations").status()).isEqualTo(200);
        assertThat(Visitors.anonymous()
                        .get("/consultations", "Cookie", "JSESSIONID=" + before)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void afterSigningInTheWayLeadsToPagesOfOursAlone() {
        HttpVisit visit = Visitors.anonymous();
        String path = "/sign-in?continue=https%3A%2F%2Fevil.example.org%2F";
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "signin")
                .with("email", "patient@example.org")
                .with("password", People.PASSWORD);
        assertThat(header(visit.post(path, form), "Location")).endsWith("/consultations");
    }

    @Test
    void theOneStylesheetAndDrawingsAreKeptByTheirContent() {
        HttpVisit visit = Visitors.anonymous();
        Document page = Jsoup.parse(visit.get("/").body());
        assertThat(page.select("link[rel=stylesheet]")).hasSize(1);
        assertThat(page.select("link[rel=stylesheet], link[rel=icon], .brand img").stream()
                        .map(element -> element.attr(element.hasAttr("href") ? "href" : "src")))
                .allSatisfy(address -> {
                    assertThat(address)
                            .matches("/jakarta\\.faces\\.resource/assets/[0-9a-f]{16}/(consilium\\.css|icon\\.svg)");
                    Answer answer = visit.get(address);
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
                    assertThat(header(answer, "Content-Type"))
                            .startsWith(address.endsWith("css") ? "text/css" : "image/svg");
                    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
                    assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'");
                });
    }

    /** Pages of the release before ask for their stylesheets by these addresses. */
    @Test
    void aStylesheetOfTheReleaseBeforeIsAskedForElsewhere() {
        String address = "/jakarta.faces.resource/consilium.css.xhtml?ln=consilium";
        Answer answer = Visitors.anonymous().get(address + "&v=20261101000000");
        assertThat(answer.status()).isEqualTo(307);
        assertThat(header(answer, "Location")).isEqualTo(address);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aPageIsCompressedForBrowsersThatTakeIt() throws IOException {
        HttpVisit patient = Visitors.signedIn("patient@example.org");
        Answer compressed = patient.get("/consultations", "Accept-Encoding", "gzip");
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(compressed, "Vary")).isEqualTo("Accept-Encoding");
        try (InputStream page = new GZIPInputStream(new ByteArrayInputStream(compressed.content()))) {
            assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(patient.get("/consultations").body());
        }
    }

    @Test
    void modulesAreKeptByVersionWithAllThatTheyImport() {
        HttpVisit visit = Visitors.anonymous();
        Set<URI> modules = new LinkedHashSet<>();
        collectModules(visit, entryModule(visit), modules);
        assertThat(modules)
                .hasSizeGreaterThan(3)
                .allSatisfy(address -> assertThat(address.getPath())
                        .startsWith(entryModule(visit).resolve(".").getPath()));
    }

    /** A module, and those that it imports by relative paths. */
    private static void collectModules(HttpVisit visit, URI address, Set<URI> found) {
        if (found.add(address)) {
            Answer answer = visit.get(address.getPath());
            assertThat(answer.status()).as("%s", address).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
            assertThat(answer.header("Set-Cookie")).isEmpty();
            IMPORT.matcher(answer.body())
                    .results()
                    .forEach(path -> collectModules(visit, address.resolve(path.group(1)), found));
        }
    }

    /** The scripts of two releases must not be mixed, so that a balancer has to find a node of the right one. */
    @Test
    void aModuleOfAnotherReleaseIsAskedForElsewhere() {
        HttpVisit visit = Visitors.anonymous();
        String other = entryModule(visit).getPath().replaceFirst("/[0-9a-f]{16}/", "/0123456789abcdef/");
        Answer answer = visit.get(other);
        assertThat(answer.status()).isEqualTo(307);
        assertThat(header(answer, "Location")).isEqualTo(other);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    private static URI entryModule(HttpVisit visit) {
        Matcher script = Pattern.compile(
                        "<script type=\"module\" fetchpriority=\"low\" src=\"([^\"]+/page.js)\"></script>")
                .matcher(visit.get("/").body());
        assertThat(script.find()).isTrue();
        return URI.create(script.group(1));
    }

    private static String header(Answer answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
