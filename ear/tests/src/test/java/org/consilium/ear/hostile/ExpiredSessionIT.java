package org.consilium.ear.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;

/** Sessions that nobody ends are ended by the node, quietly, whatever their open pages hold. */
class ExpiredSessionIT {

    private static final int PARTS = 8;
    private static final int HANDLE_BYTES = 16;

    /** Several times the interval of the sweep. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    @Test
    void theEndOfAnIdleSessionIsNoWarning() throws NoSuchAlgorithmException {
        Person patient = People.patient();
        String consultation = "/consultation/" + People.consultation(patient, "Left open");
        HttpVisit home = leftByPatient(patient, consultation);
        String photo = sendPhoto(home, consultation);
        List<HttpVisit> visits = List.of(home, leftByNurse(consultation, photo), leftByAdministrator());
        NodeLog log = new NodeLog();
        for (HttpVisit visit : visits) {
            expire(handle(visit));
        }
        await().atMost(LONGEST).until(() -> visits.stream().noneMatch(ExpiredSessionIT::exists));
        assertThat(log.since("SEVERE")).isEmpty();
        assertThat(log.since("WARNING")).isEmpty();
    }

    /** With forms that were opened, refused with values of every kind, and refused with a file. */
    private static HttpVisit leftByPatient(Person patient, String consultation) {
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm form = HtmlForm.in(visit.get("/consultation/new").body(), "new")
                .with("title", "A rash")
                .with("bodySite", "ARM")
                .with("severity", "MILD")
                .with("since", "2026-01-02")
                .with("photo-clean", "on");
        assertThat(visit.post("/consultation/new", form).status()).isEqualTo(200);
        HtmlForm again =
                HtmlForm.in(visit.get("/consultation/new").body(), "new").with("since", "no date");
        assertThat(visit.post("/consultation/new", again.withFile("photos", SamplePhotos.png(40, 30)))
                        .status())
                .isEqualTo(200);
        assertThat(visit.post(consultation, HtmlForm.in(visit.get(consultation).body(), "reply"))
                        .status())
                .isEqualTo(200);
        return visit;
    }

    private static String sendPhoto(HttpVisit visit, String consultation) {
        String photo =
                Uploads.send(visit, SamplePhotos.withPlace(60, 40), consultation.substring("/consultation/".length()));
        HtmlForm reply = HtmlForm.in(visit.get(consultation).body(), "reply")
                .with("message", "Look at this")
                .with("photo-ids", photo);
        assertThat(visit.post(consultation, reply).isDone()).isTrue();
        return "/image/" + photo;
    }

    private static HttpVisit leftByNurse(String consultation, String photo) {
        HttpVisit visit = Visitors.signedIn(People.nurse(People.GENERAL).email());
        assertThat(visit.get("/queue").status()).isEqualTo(200);
        HtmlForm note = HtmlForm.in(visit.get(consultation).body(), "note").with("text", "");
        assertThat(visit.post(consultation, note).status()).isEqualTo(200);
        HtmlForm team = HtmlForm.in(visit.get(consultation).body(), "take");
        assertThat(visit.post(consultation, team).isDone()).isTrue();
        HtmlForm marks = HtmlForm.in(visit.get(photo).body(), "marks").with("shapes", "no drawing");
        assertThat(visit.post(photo, marks).status()).isEqualTo(200);
        HtmlForm close = HtmlForm.in(visit.get(consultation).body(), "closing").with("summary", "Fine.");
        assertThat(visit.post(consultation, close).status()).isEqualTo(200);
        HtmlForm over = HtmlForm.in(visit.get(consultation).body(), "handover").with("team", "");
        assertThat(visit.post(consultation, over).status()).isEqualTo(200);
        return visit;
    }

    private static HttpVisit leftByAdministrator() {
        HttpVisit visit = Visitors.signedIn(People.administrator().email());
        HtmlForm invite = HtmlForm.in(visit.get("/people").body(), "invite").with("role", "DOCTOR");
        assertThat(visit.post("/people", invite).status()).isEqualTo(200);
        assertThat(visit.get(Visitors.search(visit, "/people", "x")).status()).isEqualTo(200);
        assertThat(visit.get("/approvals").status()).isEqualTo(200);
        return visit;
    }

    /** As the server names the session in Redis. */
    private static String handle(HttpVisit visit) throws NoSuchAlgorithmException {
        byte[] id = visit.cookie("JSESSIONID").getBytes(StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, HANDLE_BYTES));
    }

    /** The session has been idle for longer than it may, and its index says so. */
    private static void expire(String handle) {
        try (RedisConnection redis = Stand.get().redis().connect()) {
            redis.send("HSET", "consilium:session:{" + handle + "}", "a", "1000");
            redis.send("ZADD", "consilium:sessions:{" + Math.floorMod(handle.hashCode(), PARTS) + "}", "1", handle);
        }
    }

    private static boolean exists(HttpVisit visit) {
        try (RedisConnection redis = Stand.get().redis().connect()) {
            return "1".equals(redis.text("EXISTS", "consilium:session:{" + handle(visit) + "}"));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
