package org.consilium.ear.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.process.Project;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * The objects that the pages keep in sessions are of the listed classes, and no other class of the container's and the
 * application's packages is listed: objects of all other classes are rejected when a session is read.
 */
class SessionClassesIT {
    private static final String LIST = "config/server/src/main/resources/org/consilium/server/session/allowed-classes";
    private static final String WEB_XML = "web/src/main/webapp/WEB-INF/web.xml";
    private static final Pattern OF_APPLICATION =
            Pattern.compile("consilium\\.session\\.classes</param-name>.*?<param-value>([^<]*)<", Pattern.DOTALL);

    /** The beginning of a class in Java's serialization: a tag, the length of the name in two bytes, the name. */
    private static final Pattern CLASS = Pattern.compile("r\\x00([\\x01-\\x7f])");

    private static final Pattern NAME = Pattern.compile("\\[*L?([A-Za-z_][\\w.$]*\\.[\\w$]+);?");
    /** Values and collections of Java are listed for all applications, whether a page has one at present or not. */
    private static final String OF_JAVA = "java.";

    @Test
    void everyClassInASessionIsListedAndNoOther() throws IOException {
        walk();
        Set<String> listed = listed();
        Set<String> found = found();
        assertThat(listed).as("no pattern of a package").noneMatch(name -> name.endsWith("*"));
        assertThat(found).isSubsetOf(listed);
        assertThat(listed).filteredOn(name -> !isOfJava(name)).isSubsetOf(found);
    }

    /** The state of a page holds what was filled in; a date is written as an object of another class. */
    @Test
    void aRefusedFormWithADateIsReadAgain() {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        Answer refused = visit.post(
                "/consultation/new", withDate(visit.get("/consultation/new").body()));
        assertThat(refused.status()).isEqualTo(200);
        NodeLog log = new NodeLog();
        HtmlForm corrected = withDate(refused.body()).with("description", "Since Friday");
        assertThat(visit.post("/consultation/new", corrected).isDone()).isTrue();
        assertThat(log.since("SEVERE")).isEmpty();
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(1);
    }

    private static HtmlForm withDate(String page) {
        return HtmlForm.in(page, "new")
                .with("title", "A rash")
                .with("bodySite", "ARM")
                .with("severity", "MILD")
                .with("since", "2026-01-02");
    }

    private static boolean isOfJava(String name) {
        return name.startsWith(OF_JAVA);
    }

    /** Opens every page of every role, and sends every form with choices but without texts, so that it is refused. */
    private static void walk() {
        Person patient = People.patient();
        String thread = "/consultation/" + People.consultation(patient, "Kept in a session");
        walk(patient, "/", "/consultations", "/consultation/new", thread);
        walk(People.doctor(People.GENERAL), "/queue", "/queue?view=MINE", thread);
        walk(People.nurse(People.GENERAL), "/queue", thread);
        walk(People.administrator(), "/people");
        walk(
                People.privacyOfficer(),
                "/",
                "/privacy/trail",
                "/privacy/disclosures/"
                        + Records.text("SELECT public_id FROM account WHERE email = ?", patient.email()));
        Visitors.search(Visitors.signedIn(People.administrator().email()), "/people", "anybody");
    }

    private static void walk(Person person, String... paths) {
        HttpVisit visit = Visitors.signedIn(person.email());
        // the container adds something of its own when a session ends and another begins in one request
        assertThat(Visitors.signIn(visit, person.email(), People.PASSWORD).isDone())
                .isTrue();
        for (String path : paths) {
            String page = visit.get(path).body();
            for (Element form : Jsoup.parse(page).select("form[method=post]:has(textarea, input[inputmode=email])")) {
                int status = visit.post(path, withChoices(page, form)).status();
                assertThat(status).as(path + " " + form.id()).isEqualTo(200);
            }
        }
    }

    private static HtmlForm withChoices(String page, Element form) {
        HtmlForm chosen = HtmlForm.in(page, form.id());
        form.select("select")
                .forEach(list -> chosen.withParameter(
                        list.attr("name"), list.select("option:last-of-type").attr("value")));
        form.select("input[type=radio]").forEach(choice -> chosen.withParameter(choice.attr("name"), choice.val()));
        form.select("input[type=date]").forEach(date -> chosen.withParameter(date.attr("name"), "2026-01-02"));
        return chosen;
    }

    private static Set<String> listed() throws IOException {
        Path project = Project.here().folder();
        Matcher ofApplication = OF_APPLICATION.matcher(Files.readString(project.resolve(WEB_XML)));
        assertThat(ofApplication.find()).isTrue();
        Stream<String> ofServer = Files.readString(project.resolve(LIST))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
        return Stream.concat(ofServer, Stream.of(ofApplication.group(1).strip().split(";")))
                .collect(Collectors.toSet());
    }

    private static Set<String> found() {
        Set<String> found = new TreeSet<>();
        try (RedisConnection redis = Stand.get().redis().connect()) {
            for (Object key : (List<?>) Objects.requireNonNull(redis.send("KEYS", "consilium:session:*"))) {
                if (!String.valueOf(key).endsWith(":lease")) {
                    collect(String.valueOf(redis.send("HVALS", String.valueOf(key))), found);
                }
            }
        }
        return found;
    }

    private static void collect(String values, Set<String> found) {
        Matcher begin = CLASS.matcher(values);
        while (begin.find()) {
            int end = begin.end() + begin.group(1).charAt(0);
            Matcher name = NAME.matcher(values.substring(begin.end(), Math.min(end, values.length())));
            if (name.matches()) {
                found.add(name.group(1));
            }
        }
    }
}
