package org.consilium.ear.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends is its own mistake: no answer says that the server failed, and nothing rings the alarm. */
class FuzzIT {

    private static final long SEED = 13;
    private static final int REQUESTS = 500;

    private static Person patient;
    private static Person doctor;
    private static String consultation;

    @BeforeAll
    static void people() {
        patient = People.patient();
        doctor = People.doctor(People.GENERAL);
        consultation = People.consultation(patient, "Fuzzed");
        People.take(consultation, doctor);
    }

    @Test
    void aStrangerMeetsNoFailure() {
        assertNoFailure(Visitors.anonymous(), SEED);
    }

    @Test
    void aPatientMeetsNoFailure() {
        assertNoFailure(Visitors.signedIn(patient.email()), SEED + 1);
    }

    @Test
    void aClinicianMeetsNoFailure() {
        assertNoFailure(Visitors.signedIn(doctor.email()), SEED + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/liveness",
                "/photosfoo",
                "/sign-outx",
                "/photo",
                "/jakarta.faces.resource/x.js",
                "/jakarta.faces.resource/x.js.xhtml",
                "/jakarta.faces.resource/",
                "/jakarta.faces.resource/x.css.xhtml?ln=..%2FWEB-INF",
                "/jakarta.faces.resource/web.xml.xhtml?ln=%00",
                "/live/x",
                "/language",
                "/scripts/x",
                "/x.jsp",
                "/health/x",
                "/healthx",
                "/index.xhtml",
                "/account/signin.xhtml"
            })
    void onlyExactAddressesExist(String path) {
        NodeLog log = new NodeLog();
        assertThat(Visitors.anonymous().get(path).status()).isEqualTo(404);
        assertThat(log.since("SEVERE")).isEmpty();
        assertThat(log.since("WARNING")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastName", "dateOfBirth", "email", "password", "repeated", "agreed"})
    void aFieldThatIsLeftOutIsAnEmptyOne(String field) {
        NodeLog log = new NodeLog();
        HttpVisit visit = Visitors.anonymous();
        HtmlForm form = HtmlForm.in(visit.get("/register").body(), "register")
                .with("firstName", "Ines")
                .with("lastName", "Invented")
                .with("dateOfBirth", "1990-02-03")
                .with("email", People.id() + "@example.org")
                .with("password", People.PASSWORD)
                .with("repeated", People.PASSWORD)
                .with("agreed", "on")
                .without("register:" + field);
        Answer answer = visit.post("/register", form);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"register:" + field + "-error\"");
        assertThat(log.since("SEVERE")).isEmpty();
    }

    private static void assertNoFailure(HttpVisit visit, long seed) {
        NodeLog log = new NodeLog();
        RandomRequests requests = new RandomRequests(seed);
        List<String> failures = new ArrayList<>();
        List<Map<String, String>> forms = new ArrayList<>();
        List<String> paths = paths();
        for (int number = 0; number < REQUESTS; number++) {
            String path = paths.get(number % paths.size());
            if (number < paths.size()) {
                forms.add(form(visit, path));
            }
            RandomRequests.Sent sent = requests.next(visit, path, forms.get(number % paths.size()));
            int status = sent.answer().status();
            if (status >= 500 || (status == 0 && !isClosedBefore(sent.answer()))) {
                failures.add(sent.described() + "\n -> " + sent.answer());
            }
        }
        assertThat(failures).isEmpty();
        assertThat(log.since("SEVERE")).isEmpty();
        assertThat(log.since("WARNING")).isEmpty();
    }

    /**
     * Whether the server had closed the connection when the client sent the request, as it does after a body that it
     * has not read. Browsers repeat such a request.
     */
    private static boolean isClosedBefore(Answer answer) {
        return answer.body().contains("received no bytes");
    }

    private static List<String> paths() {
        return List.of(
                "/",
                "/sign-in",
                "/register",
                "/invitation",
                "/consultations",
                "/consultation/new",
                "/consultation/" + consultation,
                "/consultation/" + People.id(),
                "/image/" + People.id(),
                "/queue",
                "/people",
                "/search/queue",
                "/unread/queue",
                "/photos",
                "/photos/" + People.id(),
                "/photo/" + People.id() + "/display",
                "/language/es",
                "/live",
                "/health/ready",
                "/jakarta.faces.resource/consilium.css.xhtml");
    }

    /** All fields of all forms of a page, filled in as a browser would. */
    private static Map<String, String> form(HttpVisit visit, String path) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : Jsoup.parse(visit.get(path).body()).select("form [name]")) {
            fields.put(input.attr("name"), input.hasAttr("value") ? input.attr("value") : "Some text");
        }
        fields.putIfAbsent("text", "Some text");
        return fields;
    }
}
