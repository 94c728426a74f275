package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.ear.http.AccessCast.Who;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may send, see and take back which photo: every role, its own photos and somebody else's. */
class PhotoAccessIT {

    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private static AccessCast cast;

    @BeforeAll
    static void people() {
        cast = AccessCast.gather();
    }

    @TestFactory
    Stream<DynamicTest> aPhotoIsThereForTheOwnerAndTheTeamAlone() {
        Set<Who> team = EnumSet.of(Who.PATIENT, Who.NURSE, Who.DOCTOR);
        return Stream.of(Who.values())
                .flatMap(who -> Stream.of("full", "display", "thumbnail")
                        .map(kind -> DynamicTest.dynamicTest(who + " looks at a " + kind, () -> {
                            assertThat(cast.visit(who)
                                            .get("/photo/" + cast.photo() + "/" + kind)
                                            .status())
                                    .isEqualTo(team.contains(who) ? SEE_OTHER : NOT_FOUND);
                            assertThat(cast.visit(who)
                                            .get("/photo/" + cast.loosePhoto() + "/" + kind)
                                            .status())
                                    .isEqualTo(who == Who.PATIENT ? SEE_OTHER : NOT_FOUND);
                        })));
    }

    /** What the camera wrote into it is for the team, and each look is written down. */
    @Test
    void theOriginalIsThereForTheTeamAlone() {
        EnumSet<Who> team = EnumSet.of(Who.NURSE, Who.DOCTOR);
        long before = looks();
        EnumSet.complementOf(team)
                .forEach(who -> assertThat(statusOfOriginal(who)).as("%s", who).isEqualTo(NOT_FOUND));
        team.forEach(who -> assertThat(statusOfOriginal(who)).as("%s", who).isEqualTo(SEE_OTHER));
        assertThat(looks()).isEqualTo(before + team.size());
    }

    private static int statusOfOriginal(Who who) {
        return cast.visit(who).get("/photo/" + cast.photo() + "/original").status();
    }

    private static long looks() {
        return Trail.rows("record = ? AND kind = 'ORIGINAL' AND outcome = 'DONE'", cast.photo())
                .size();
    }

    @TestFactory
    Stream<DynamicTest> nobodyTakesBackAPhotoOfSomebodyElse() {
        return Stream.of(Who.values())
                .filter(who -> who != Who.PATIENT)
                .map(who -> DynamicTest.dynamicTest(who + " takes back a photo", () -> {
                    assertThat(cast.visit(who)
                                    .delete("/photos/" + cast.loosePhoto())
                                    .status())
                            .isEqualTo(who == Who.NOBODY ? 401 : NOT_FOUND);
                    assertThat(Records.number("SELECT COUNT(*) FROM image WHERE public_id = ?", cast.loosePhoto()))
                            .isEqualTo(1);
                }));
    }

    @TestFactory
    Stream<DynamicTest> onlyThoseWhoWriteSendPhotos() {
        byte[] picture = SamplePhotos.disc(40, 30, Color.GRAY);
        return Stream.of(Who.values())
                .map(who -> DynamicTest.dynamicTest(
                        who + " sends a photo",
                        () -> assertThat(Uploads.ticket(cast.visit(who), picture, "")
                                        .status())
                                .isEqualTo(
                                        switch (who) {
                                            case NOBODY -> 401;
                                            case ADMINISTRATOR, PRIVACY_OFFICER -> NOT_FOUND;
                                            default -> 201;
                                        })));
    }

    @Test
    void aPhotoOfSomebodyElseCannotBeSentAsOnesOwn() {
        long before = Records.messagesIn(cast.foreign());
        String path = "/consultation/" + cast.foreign();
        HtmlForm form = HtmlForm.in(cast.visit(Who.STRANGER).get(path).body(), "reply");
        Answer answer = cast.visit(Who.STRANGER)
                .post(path, form.with("message", "Not mine.").with("photo-ids", cast.loosePhoto()));
        assertThat(answer.body()).contains("A photo is no longer available.");
        assertThat(Records.messagesIn(cast.foreign())).isEqualTo(before);
    }

    @Test
    void photosOfAForeignPageAreNotTaken() {
        long before = Records.imagesOf(cast.patient().email());
        Answer answer = Uploads.ticket(
                cast.visit(Who.PATIENT),
                SamplePhotos.disc(40, 30, Color.GRAY),
                "",
                "Origin",
                "https://evil.example.org");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Records.imagesOf(cast.patient().email())).isEqualTo(before);
    }
}
