package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.ear.http.AccessCast.Who;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may open what: every role on every page, its own, somebody else's, unknown ones and malformed ones. What a person
 * may not see is not there for them, and the answer does not tell whether it is for anybody else.
 */
class AccessMatrixIT {

    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final int BAD_REQUEST = 400;
    private static final int MOVED = 301;
    private static final int NOT_FOUND = 404;

    /** Leads to what is new. */
    private static final String NEWS = "/news";

    private static final List<String> MALFORMED =
            List.of("x", "1", "..", "%00", "%27%20OR%201=1--", "A".repeat(300), "%F0%9F%98%80");

    private static AccessCast cast;

    @BeforeAll
    static void people() {
        cast = AccessCast.gather();
    }

    private static HttpVisit visit(Who who) {
        return cast.visit(who);
    }

    /** Each address with those who see it; all others are shown "not found", or the way in. */
    private static Map<String, Set<Who>> addresses() {
        Set<Who> around = EnumSet.of(Who.PATIENT, Who.NURSE, Who.DOCTOR);
        Set<Who> everybody = EnumSet.allOf(Who.class);
        return Map.ofEntries(
                Map.entry("/", everybody),
                Map.entry("/privacy-notice", everybody),
                Map.entry("/sign-in", everybody),
                Map.entry("/sign-in/code", everybody),
                Map.entry("/sign-in/set-up", everybody),
                Map.entry("/register", everybody),
                Map.entry("/invitation", everybody),
                Map.entry("/confirm", everybody),
                Map.entry("/forgot-password", everybody),
                Map.entry("/reset-password", everybody),
                Map.entry("/account", EnumSet.complementOf(EnumSet.of(Who.NOBODY))),
                Map.entry("/confirm-address", everybody),
                Map.entry("/account/time-zone", EnumSet.complementOf(EnumSet.of(Who.NOBODY))),
                Map.entry("/account/name", EnumSet.complementOf(EnumSet.of(Who.NOBODY))),
                Map.entry("/account/address", EnumSet.complementOf(EnumSet.of(Who.NOBODY))),
                Map.entry("/account/password", EnumSet.complementOf(EnumSet.of(Who.NOBODY))),
                Map.entry("/account/passkeys", EnumSet.complementOf(EnumSet.of(Who.NOBODY))),
                Map.entry("/account/recovery-codes", EnumSet.complementOf(EnumSet.of(Who.NOBODY))),
                Map.entry("/account/second-factor", EnumSet.complementOf(EnumSet.of(Who.NOBODY))),
                Map.entry(NEWS, EnumSet.range(Who.PATIENT, Who.OTHER_TEAM)),
                Map.entry("/consultations", Who.PATIENTS),
                Map.entry("/consultation/new", Who.PATIENTS),
                Map.entry("/consultation/" + cast.own(), around),
                Map.entry("/consultation/" + cast.foreign(), EnumSet.of(Who.STRANGER, Who.NURSE, Who.DOCTOR)),
                Map.entry("/consultation/" + cast.ofOtherTeam(), EnumSet.of(Who.STRANGER)),
                Map.entry("/consultation/" + cast.inEmergency(), EnumSet.of(Who.OTHER_TEAM)),
                Map.entry("/consultation/" + cast.own() + "/access", around),
                Map.entry("/consultation/" + cast.ofOtherTeam() + "/access", EnumSet.of(Who.STRANGER)),
                Map.entry("/consultation/" + People.id() + "/access", EnumSet.noneOf(Who.class)),
                Map.entry("/cover", Who.CLINICIANS),
                Map.entry("/consultation/" + People.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/emergency", Who.CLINICIANS),
                Map.entry("/emergency/" + cast.emergency(), EnumSet.of(Who.OTHER_TEAM)),
                Map.entry("/emergency/" + People.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/privacy/emergencies", EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/emergencies/" + cast.emergency(), EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/emergencies/" + People.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/privacy/reviews", EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/reviews/" + cast.finding(), EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/reviews/" + People.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/privacy/reviewed", EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/marks", EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/image/" + cast.photo(), around),
                Map.entry("/image/" + cast.loosePhoto(), EnumSet.noneOf(Who.class)),
                Map.entry("/image/" + People.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/queue", Who.CLINICIANS),
                Map.entry("/people", EnumSet.of(Who.ADMINISTRATOR)),
                Map.entry(People.page(cast.patient()), EnumSet.of(Who.ADMINISTRATOR)),
                Map.entry("/people/" + People.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/teams", EnumSet.of(Who.ADMINISTRATOR)),
                Map.entry("/letters", EnumSet.of(Who.ADMINISTRATOR)),
                Map.entry("/privacy/proof", EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/account/accesses", Who.PATIENTS),
                Map.entry("/privacy", EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/trail", EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/affected", EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/questions", EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/questions/" + cast.question(), EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/questions/" + People.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/privacy/disclosures/" + StaffEntries.id(cast.patient()), EnumSet.of(Who.PRIVACY_OFFICER)),
                Map.entry("/privacy/disclosures/" + People.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/approvals", EnumSet.of(Who.ADMINISTRATOR, Who.PRIVACY_OFFICER)));
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsThereForItsOwnPeopleAlone() {
        return addresses().entrySet().stream()
                .flatMap(address -> Stream.of(Who.values())
                        .map(who -> DynamicTest.dynamicTest(
                                who + " at " + address.getKey(),
                                () -> assertSeen(who, address.getKey(), address.getValue()))));
    }

    private static void assertSeen(Who who, String path, Set<Who> allowed) {
        long before = Trail.newest();
        Answer answer = visit(who).get(path);
        if (allowed.contains(who)) {
            assertThat(answer.status()).isEqualTo(path.equals(NEWS) ? FOUND : OK);
            if (who != Who.NOBODY) {
                // the page that sets up an authenticator makes its secret as well
                assertThat(cast.entries(who, before))
                        .as("what %s has opened at %s", who, path)
                        .filteredOn(row -> !row.kind().equals("CHANGE"))
                        .hasSize(isRecorded(path) ? 1 : 0)
                        .allSatisfy(row -> assertThat(row.outcome()).isEqualTo("DONE"));
            }
        } else if (who == Who.NOBODY) {
            assertThat(answer.status()).isEqualTo(SEE_OTHER);
            assertThat(answer.header("Location").orElse("")).startsWith("/sign-in?continue=");
            assertThat(answer.body()).isEmpty();
        } else {
            assertThat(answer.status()).isEqualTo(NOT_FOUND);
        }
    }

    /** What everybody may open is not, nor an address that leads to another page. */
    private static boolean isRecorded(String path) {
        return !Visitors.PUBLIC_PAGES.contains(path) && !path.equals(NEWS);
    }

    /** A page that is added has to be added there. */
    @Test
    void theMatrixHasEveryPage() {
        Set<String> pages = Addresses.ofPages();
        Set<String> addresses = addresses().keySet();
        assertThat(addresses)
                .containsAll(pages.stream().filter(page -> !page.contains("*")).toList());
        assertThat(pages)
                .filteredOn(page -> page.contains("*"))
                .allSatisfy(page -> assertThat(addresses)
                        .filteredOn(address -> !pages.contains(address))
                        .anyMatch(address -> address.matches(page.replace("*", "[^/]+"))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsForeignLooksLikeWhatDoesNotExist() {
        return Stream.of(Who.STRANGER, Who.OTHER_TEAM, Who.ADMINISTRATOR, Who.PRIVACY_OFFICER)
                .map(who -> DynamicTest.dynamicTest(who + " cannot tell", () -> {
                    String unknown = People.id();
                    assertThat(bodyOf(who, cast.own())).isEqualTo(bodyOf(who, unknown));
                }));
    }

    private static String bodyOf(Who who, String consultation) {
        return visit(who).get("/consultation/" + consultation).body().replace(consultation, "ID");
    }

    @TestFactory
    Stream<DynamicTest> malformedIdsAreNotFound() {
        return MALFORMED.stream()
                .flatMap(id -> Stream.of(Who.PATIENT, Who.DOCTOR)
                        .flatMap(who -> Stream.of(
                                        "/consultation/" + id,
                                        "/consultation/" + id + "/access",
                                        "/image/" + id,
                                        "/photo/" + id + "/display",
                                        "/photo/" + id)
                                .map(path -> DynamicTest.dynamicTest(
                                        who + " at " + path,
                                        () -> assertThat(visit(who).get(path))
                                                .as(who + " at " + path)
                                                .satisfies(answer -> assertThat(answer.status())
                                                        .as(answer.body())
                                                        .isIn(BAD_REQUEST, NOT_FOUND))))));
    }

    @TestFactory
    Stream<DynamicTest> viewsAreNotAddresses() {
        return answered(
                NOT_FOUND,
                "/consultation/thread.xhtml",
                "/consultation/list.xhtml",
                "/consultation/parts/entries.xhtml",
                "/account/people.xhtml",
                "/account/signin.xhtml",
                "/error/failure.xhtml",
                "/WEB-INF/web.xml",
                "/WEB-INF/page.xhtml",
                "/resources/consilium/consilium.css",
                "/WEB-INF/scripts/page.js",
                "/scripts/page.js",
                "/jakarta.faces.resource/scripts/page.js",
                "/people;x=1");
    }

    /** Of whoever may not open the page that was meant, too: the address tells nobody whether they may. */
    @TestFactory
    Stream<DynamicTest> addressesThatMeanAPageLeadToIt() {
        return answered(MOVED, "/people/", "/PEOPLE");
    }

    @TestFactory
    Stream<DynamicTest> dotsLeadNowhere() {
        return answered(
                BAD_REQUEST,
                "/photo/../account/people.xhtml",
                "/photo/..;/account/people.xhtml",
                "/photo/%2e%2e/account/people.xhtml",
                "/jakarta.faces.resource/../consultation/list.xhtml",
                "/health/../people",
                "/./people");
    }

    private static Stream<DynamicTest> answered(int status, String... paths) {
        return Stream.of(paths)
                .flatMap(path -> Stream.of(Who.PATIENT, Who.ADMINISTRATOR)
                        .map(who -> DynamicTest.dynamicTest(
                                who + " at " + path,
                                () -> assertThat(visit(who).get(path).status()).isEqualTo(status))));
    }

    @Test
    void aFormOfOnesOwnDoesNotReachAForeignConsultation() {
        HtmlForm form = HtmlForm.in(
                visit(Who.STRANGER).get("/consultation/" + cast.foreign()).body(), "reply");
        long before = Records.messagesIn(cast.own());
        Answer answer = visit(Who.STRANGER)
                .post("/consultation/" + cast.own(), form.with("message", "I am not of this place."));
        assertThat(answer.status()).isEqualTo(NOT_FOUND);
        assertThat(Records.messagesIn(cast.own())).isEqualTo(before);
    }

    @Test
    void aFormWithoutItsViewStateChangesNothing() {
        String path = "/consultation/" + cast.own();
        long before = Records.messagesIn(cast.own());
        HtmlForm form =
                HtmlForm.in(visit(Who.PATIENT).get(path).body(), "reply").with("message", "From nowhere");
        Answer forged =
                visit(Who.PATIENT).post(path, form.withParameter("jakarta.faces.ViewState", "1234567890:-987654321"));
        Answer without = visit(Who.PATIENT).post(path, form.without("jakarta.faces.ViewState"));
        assertThat(forged.status()).isEqualTo(409);
        assertThat(forged.body()).contains("This page has expired");
        assertThat(without.body()).doesNotContain("From nowhere");
        assertThat(Records.messagesIn(cast.own())).isEqualTo(before);
    }

    @Test
    void aViewStateOfSomebodyElseIsOfNoUse() {
        String path = "/consultation/" + cast.own();
        long before = Records.messagesIn(cast.own());
        HtmlForm form =
                HtmlForm.in(visit(Who.PATIENT).get(path).body(), "reply").with("message", "With a stolen state");
        assertThat(visit(Who.DOCTOR).post(path, form).status()).isEqualTo(409);
        assertThat(visit(Who.NOBODY).post(path, form).status()).isEqualTo(SEE_OTHER);
        assertThat(Records.messagesIn(cast.own())).isEqualTo(before);
    }
}
