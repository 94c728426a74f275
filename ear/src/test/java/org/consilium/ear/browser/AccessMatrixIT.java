package org.consilium.ear.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.stand.Stand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may open what: every role on every page and photo, its own, somebody else's, unknown ones and malformed ones.
 * What a person may not see is not there for them, and the answer does not tell whether it is for anybody else.
 */
class AccessMatrixIT {

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private static final List<String> MALFORMED =
            List.of("x", "1", "..", "%00", "%27%20OR%201=1--", "A".repeat(300), "%F0%9F%98%80");

    private static final Map<Who, PlainVisit> VISITS = new EnumMap<>(Who.class);

    private static final Person patient = Hospital.patient();
    private static final Person stranger = Hospital.patient();
    private static String own = "";
    private static String foreign = "";
    private static String ofOtherTeam = "";
    private static String photo = "";
    private static String loosePhoto = "";

    /** Everybody who may come. The first patient and the clinicians of general care share a consultation. */
    private enum Who {
        NOBODY,
        PATIENT,
        STRANGER,
        NURSE,
        DOCTOR,
        OTHER_TEAM,
        ADMINISTRATOR,
        PRIVACY_OFFICER;

        static final Set<Who> PATIENTS = EnumSet.of(PATIENT, STRANGER);
        static final Set<Who> CLINICIANS = EnumSet.of(NURSE, DOCTOR, OTHER_TEAM);
    }

    @BeforeAll
    static void people() {
        own = Hospital.consultation(patient, "Own rash");
        foreign = Hospital.consultation(stranger, "Foreign rash");
        ofOtherTeam = Hospital.consultation(stranger, "Rash of the other team");
        Hospital.give(ofOtherTeam, Hospital.BONES);
        VISITS.put(Who.NOBODY, PlainVisit.start());
        VISITS.put(Who.PATIENT, PlainVisit.of(patient.email()));
        VISITS.put(Who.STRANGER, PlainVisit.of(stranger.email()));
        VISITS.put(Who.NURSE, PlainVisit.of(Hospital.nurse(Hospital.GENERAL).email()));
        VISITS.put(Who.DOCTOR, PlainVisit.of(Hospital.doctor(Hospital.GENERAL).email()));
        VISITS.put(Who.OTHER_TEAM, PlainVisit.of(Hospital.doctor(Hospital.SKIN).email()));
        VISITS.put(Who.ADMINISTRATOR, PlainVisit.of(Hospital.administrator().email()));
        VISITS.put(Who.PRIVACY_OFFICER, PlainVisit.of(Hospital.privacyOfficer().email()));
        photo = upload(Who.PATIENT);
        write(Who.PATIENT, own, photo);
        loosePhoto = upload(Who.PATIENT);
    }

    private static PlainVisit visit(Who who) {
        return Objects.requireNonNull(VISITS.get(who));
    }

    private static String upload(Who who) {
        return Uploads.send(visit(who), Pictures.jpeg(80, 60, Color.PINK));
    }

    private static void write(Who who, String consultation, String image) {
        String path = "/consultation/" + consultation;
        Form form = Form.in(visit(who).get(path).body(), "reply");
        HttpResponse<String> answer =
                visit(who).post(path, form.with("message", "Here it is.").with("photo-ids", image));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    /** Each address with those who see it; all others are shown "not found", or the way in. */
    private static Map<String, Set<Who>> addresses() {
        Set<Who> everybody = EnumSet.allOf(Who.class);
        return Map.ofEntries(
                Map.entry("/", everybody),
                Map.entry("/privacy-notice", everybody),
                Map.entry("/sign-in", everybody),
                Map.entry("/register", everybody),
                Map.entry("/invitation", everybody),
                Map.entry("/consultations", Who.PATIENTS),
                Map.entry("/consultation/new", Who.PATIENTS),
                Map.entry("/consultation/" + own, EnumSet.of(Who.PATIENT, Who.NURSE, Who.DOCTOR)),
                Map.entry("/consultation/" + foreign, EnumSet.of(Who.STRANGER, Who.NURSE, Who.DOCTOR)),
                Map.entry("/consultation/" + ofOtherTeam, EnumSet.of(Who.STRANGER)),
                Map.entry("/consultation/" + Hospital.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/image/" + photo, EnumSet.of(Who.PATIENT, Who.NURSE, Who.DOCTOR)),
                Map.entry("/image/" + loosePhoto, EnumSet.noneOf(Who.class)),
                Map.entry("/image/" + Hospital.id(), EnumSet.noneOf(Who.class)),
                Map.entry("/queue", Who.CLINICIANS),
                Map.entry("/people", EnumSet.of(Who.ADMINISTRATOR)));
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
        HttpResponse<String> answer = visit(who).get(path);
        if (allowed.contains(who)) {
            assertThat(answer.statusCode()).isEqualTo(OK);
        } else if (who == Who.NOBODY) {
            assertThat(answer.statusCode()).isEqualTo(SEE_OTHER);
            assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/sign-in?continue=");
            assertThat(answer.body()).isEmpty();
        } else {
            assertThat(answer.statusCode()).isEqualTo(NOT_FOUND);
        }
    }

    @TestFactory
    Stream<DynamicTest> aPhotoIsThereForTheOwnerAndTheTeamAlone() {
        Set<Who> team = EnumSet.of(Who.PATIENT, Who.NURSE, Who.DOCTOR);
        return Stream.of(Who.values())
                .flatMap(who -> Stream.of("full", "display", "thumbnail")
                        .map(kind -> DynamicTest.dynamicTest(who + " looks at a " + kind, () -> {
                            assertThat(visit(who)
                                            .get("/photo/" + photo + "/" + kind)
                                            .statusCode())
                                    .isEqualTo(team.contains(who) ? SEE_OTHER : NOT_FOUND);
                            assertThat(visit(who)
                                            .get("/photo/" + loosePhoto + "/" + kind)
                                            .statusCode())
                                    .isEqualTo(who == Who.PATIENT ? SEE_OTHER : NOT_FOUND);
                        })));
    }

    /** What the camera wrote into it is for the team, and each look is written down. */
    @TestFactory
    Stream<DynamicTest> theOriginalIsThereForTheTeamAlone() {
        Set<Who> team = EnumSet.of(Who.NURSE, Who.DOCTOR);
        return Stream.of(Who.values())
                .map(who -> DynamicTest.dynamicTest(who + " looks at the original", () -> {
                    String path = "/photo/" + photo + "/original";
                    long before = looks();
                    assertThat(visit(who).get(path).statusCode()).isEqualTo(team.contains(who) ? SEE_OTHER : NOT_FOUND);
                    assertThat(looks()).isEqualTo(before + (team.contains(who) ? 1 : 0));
                }));
    }

    private static long looks() {
        return Stand.get().node().lines().stream()
                .filter(line ->
                        line.contains("permitted: action=SEE_ORIGINAL_IMAGE") && line.contains("record=" + photo))
                .count();
    }

    @TestFactory
    Stream<DynamicTest> nobodyTakesBackAPhotoOfSomebodyElse() {
        return Stream.of(Who.values())
                .filter(who -> who != Who.PATIENT)
                .map(who -> DynamicTest.dynamicTest(who + " takes back a photo", () -> {
                    assertThat(visit(who).delete("/photos/" + loosePhoto).statusCode())
                            .isEqualTo(who == Who.NOBODY ? 401 : NOT_FOUND);
                    assertThat(Records.number("SELECT COUNT(*) FROM image WHERE public_id = ?", loosePhoto))
                            .isEqualTo(1);
                }));
    }

    @TestFactory
    Stream<DynamicTest> onlyThoseWhoWriteSendPhotos() {
        byte[] picture = Pictures.jpeg(40, 30, Color.GRAY);
        return Stream.of(Who.values())
                .map(who -> DynamicTest.dynamicTest(
                        who + " sends a photo",
                        () -> assertThat(Uploads.ticket(visit(who), picture, "").statusCode())
                                .isEqualTo(
                                        switch (who) {
                                            case NOBODY -> 401;
                                            case ADMINISTRATOR, PRIVACY_OFFICER -> NOT_FOUND;
                                            default -> 201;
                                        })));
    }

    @TestFactory
    Stream<DynamicTest> whatIsForeignLooksLikeWhatDoesNotExist() {
        return Stream.of(Who.STRANGER, Who.OTHER_TEAM, Who.ADMINISTRATOR, Who.PRIVACY_OFFICER)
                .map(who -> DynamicTest.dynamicTest(who + " cannot tell", () -> {
                    String unknown = Hospital.id();
                    assertThat(bodyOf(who, own)).isEqualTo(bodyOf(who, unknown));
                }));
    }

    private static String bodyOf(Who who, String consultation) {
        return visit(who)
                .get("/consultation/" + consultation)
                .body()
                .replace(consultation, "ID")
                .replaceAll("nonce=\"[^\"]*\"|csp\\.init\\('[^']*'", "");
    }

    @TestFactory
    Stream<DynamicTest> malformedIdsAreNotFound() {
        return MALFORMED.stream()
                .flatMap(id -> Stream.of(Who.PATIENT, Who.DOCTOR)
                        .flatMap(who -> Stream.of(
                                        "/consultation/" + id,
                                        "/image/" + id,
                                        "/photo/" + id + "/display",
                                        "/photo/" + id)
                                .map(path -> DynamicTest.dynamicTest(
                                        who + " at " + path,
                                        () -> assertThat(visit(who).get(path))
                                                .as(who + " at " + path)
                                                .satisfies(answer -> assertThat(answer.statusCode())
                                                        .as(answer.body())
                                                        .isIn(400, NOT_FOUND))))));
    }

    @TestFactory
    Stream<DynamicTest> viewsAreNotAddresses() {
        return Stream.of(
                        "/consultation/thread.xhtml",
                        "/consultation/list.xhtml",
                        "/consultation/parts/entries.xhtml",
                        "/account/people.xhtml",
                        "/account/signin.xhtml",
                        "/error/failure.xhtml",
                        "/WEB-INF/web.xml",
                        "/WEB-INF/page.xhtml",
                        "/resources/consilium/consilium.js",
                        "/people/",
                        "/PEOPLE",
                        "/people;x=1")
                .flatMap(path -> Stream.of(Who.PATIENT, Who.ADMINISTRATOR)
                        .map(who -> DynamicTest.dynamicTest(
                                who + " at " + path,
                                () -> assertThat(visit(who).get(path).statusCode())
                                        .isEqualTo(NOT_FOUND))));
    }

    @TestFactory
    Stream<DynamicTest> dotsLeadNowhere() {
        return Stream.of(
                        "/photo/../account/people.xhtml",
                        "/photo/..;/account/people.xhtml",
                        "/photo/%2e%2e/account/people.xhtml",
                        "/jakarta.faces.resource/../consultation/list.xhtml",
                        "/health/../people",
                        "/./people")
                .flatMap(path -> Stream.of(Who.PATIENT, Who.ADMINISTRATOR)
                        .map(who -> DynamicTest.dynamicTest(
                                who + " at " + path,
                                () -> assertThat(visit(who).get(path).statusCode())
                                        .isEqualTo(400))));
    }

    @Test
    void aFormOfOnesOwnDoesNotReachAForeignConsultation() {
        Form form = Form.in(visit(Who.STRANGER).get("/consultation/" + foreign).body(), "reply");
        long before = Records.messagesIn(own);
        HttpResponse<String> answer =
                visit(Who.STRANGER).post("/consultation/" + own, form.with("message", "I am not of this place."));
        assertThat(answer.statusCode()).isEqualTo(NOT_FOUND);
        assertThat(Records.messagesIn(own)).isEqualTo(before);
    }

    @Test
    void aPhotoOfSomebodyElseCannotBeSentAsOnesOwn() {
        long before = Records.messagesIn(foreign);
        String path = "/consultation/" + foreign;
        Form form = Form.in(visit(Who.STRANGER).get(path).body(), "reply");
        HttpResponse<String> answer =
                visit(Who.STRANGER).post(path, form.with("message", "Not mine.").with("photo-ids", loosePhoto));
        assertThat(answer.body()).contains("A photo is not there any more.");
        assertThat(Records.messagesIn(foreign)).isEqualTo(before);
    }

    @Test
    void aFormWithoutItsViewStateChangesNothing() {
        String path = "/consultation/" + own;
        long before = Records.messagesIn(own);
        Form form = Form.in(visit(Who.PATIENT).get(path).body(), "reply").with("message", "From nowhere");
        HttpResponse<String> forged =
                visit(Who.PATIENT).post(path, form.withRaw("jakarta.faces.ViewState", "1234567890:-987654321"));
        HttpResponse<String> without = visit(Who.PATIENT).post(path, form.without("jakarta.faces.ViewState"));
        assertThat(forged.statusCode()).isEqualTo(409);
        assertThat(forged.body()).contains("This page was open for too long");
        assertThat(without.body()).doesNotContain("From nowhere");
        assertThat(Records.messagesIn(own)).isEqualTo(before);
    }

    @Test
    void aViewStateOfSomebodyElseIsOfNoUse() {
        String path = "/consultation/" + own;
        long before = Records.messagesIn(own);
        Form form = Form.in(visit(Who.PATIENT).get(path).body(), "reply").with("message", "With a stolen state");
        assertThat(visit(Who.DOCTOR).post(path, form).statusCode()).isEqualTo(409);
        assertThat(visit(Who.NOBODY).post(path, form).statusCode()).isEqualTo(SEE_OTHER);
        assertThat(Records.messagesIn(own)).isEqualTo(before);
    }

    @Test
    void photosOfAForeignPageAreNotTaken() {
        long before = Records.imagesOf(patient.email());
        HttpResponse<String> answer = Uploads.ticket(
                visit(Who.PATIENT), Pictures.jpeg(40, 30, Color.GRAY), "", "Origin", "https://evil.example.org");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Records.imagesOf(patient.email())).isEqualTo(before);
    }
}
