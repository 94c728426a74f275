package org.consilium.ear.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.consilium.consultation.ConsultationId;
import org.consilium.image.ImageId;
import org.consilium.image.ImageOrigins;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageService;
import org.consilium.image.UploadState;
import org.consilium.imaging.Rendition;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A photo on its way from the person who sends it into the object store, and by a link to who may see it. */
class ImagesIT extends InContainer {

    @Inject
    private ImageService images;

    @Inject
    private ImageOrigins origins;

    private Actor patient;

    @BeforeEach
    void people() {
        patient = hospital.patient();
    }

    @Test
    void showsAPhotoWithoutWhatTheCameraWroteIntoIt() {
        byte[] file = SamplePhotos.withPlace(2000, 1000);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(SamplePhotos.PLACE);
        ImageId image = upload(file);

        assertThat(rows.only("select concat(width, ' x ', height) from image where public_id = ?", image.value()))
                .isEqualTo("1600 x 800");
        assertShown(image, Rendition.DISPLAY, 1600);
        assertShown(image, Rendition.THUMBNAIL, 320);
    }

    @Test
    void takesPngAndWebpAsWell() {
        assertShown(upload(SamplePhotos.png(400, 200)), Rendition.DISPLAY, 400);
        assertShown(upload(SamplePhotos.WEBP_LOSSY), Rendition.DISPLAY, 16);
    }

    @Test
    void opensNoLinkThatWasAltered() {
        URI link = linkOf(upload(SamplePhotos.withPlace(20, 10)), Rendition.DISPLAY);
        String text = link.toString();
        assertThat(Links.status(link)).isEqualTo(200);
        assertThat(Links.status(URI.create(text.replace("/display?", "/original?"))))
                .isEqualTo(403);
        assertThat(Links.status(URI.create(text.replace("X-Amz-Expires=300", "X-Amz-Expires=301"))))
                .isEqualTo(403);
        assertThat(Links.status(URI.create(text.substring(0, text.indexOf('?')))))
                .isEqualTo(403);
    }

    @Test
    void discardLeavesNothing() {
        ImageId image = upload(SamplePhotos.withPlace(20, 10));
        URI link = linkOf(image, Rendition.THUMBNAIL);
        patient.does(() -> uploads.discard(image));

        assertThat(rows.count("image where owner_id = ?", patient.key())).isZero();
        assertThat(Links.status(link)).isEqualTo(404);
        Refusals.assertNotFound("view", () -> linkOf(image, Rendition.THUMBNAIL));
    }

    @Test
    void isSeenByWhoeverReachesTheConsultation() {
        Actor colleague = hospital.nurse(Hospital.GENERAL_CARE);
        Actor otherTeam = hospital.doctor(Hospital.SKIN);
        Actor otherPatient = hospital.patient();
        ConsultationId id = submittedBy(patient);
        ImageId image = upload(SamplePhotos.withPlace(20, 10));

        List.of(colleague, otherTeam, otherPatient).forEach(actor -> assertHidden(actor, image));
        patient.does(() -> consultations.write(id, Forms.message("A photo", image)));
        List.of(patient, colleague).forEach(actor -> assertSeen(actor, image));
        List.of(otherTeam, otherPatient).forEach(actor -> assertHidden(actor, image));

        colleague.does(() -> consultations.handOver(id, Hospital.SKIN));
        List.of(patient, otherTeam).forEach(actor -> assertSeen(actor, image));
        List.of(colleague, otherPatient).forEach(actor -> assertHidden(actor, image));
    }

    @Test
    void staysOnceItIsPartOfAMessage() {
        ConsultationId id = submittedBy(patient);
        ImageId image = upload(SamplePhotos.withPlace(20, 10));
        patient.does(() -> consultations.write(id, Forms.message("A photo", image)));
        Refusals.assertNotFound("discard", () -> patient.does(() -> uploads.discard(image)));
        assertSeen(patient, image);
    }

    @Test
    void refusesWhatIsNoPhotoAndKeepsNothingOfIt() {
        byte[] photo = SamplePhotos.withPlace(200, 100);
        assertRefused(new byte[0], ImageRefusedException.Reason.EMPTY);
        assertRefused("<svg/>".getBytes(StandardCharsets.US_ASCII), ImageRefusedException.Reason.NOT_AN_IMAGE);
        assertThat(rows.count("image where owner_id = ?", patient.key())).isZero();

        ImageId half = upload(Arrays.copyOf(photo, photo.length / 2));
        assertThat(stateOf(patient, half))
                .isEqualTo(new UploadState(UploadState.Step.REFUSED, ImageRefusedException.Reason.TRUNCATED));
        Refusals.assertNotFound("view", () -> linkOf(half, Rendition.THUMBNAIL));
    }

    @Test
    void answersAtOnceAndChecksAfterwards() {
        ConsultationId id = submittedBy(patient);
        ImageId image = patient.asks(
                () -> uploads.uploadInto(id, new ByteArrayInputStream(SamplePhotos.withPlace(4000, 3000)), false));
        patient.does(() -> consultations.write(id, Forms.message("A photo", image)));
        assertThat(read(patient, id).entries().get(1).images())
                .singleElement()
                .satisfies(sent -> assertThat(sent.stored().isChecking()).isTrue());
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(
                                read(patient, id).entries().get(1).images())
                        .singleElement()
                        .satisfies(sent -> assertThat(sent.stored().isShown()).isTrue()));
    }

    @Test
    void showsTwentyInTheirOrderAndNotOneMore() {
        ConsultationId id = submittedBy(patient);
        List<ImageId> twentyOne = IntStream.rangeClosed(0, ImageService.MAX_PER_MESSAGE)
                .mapToObj(i -> upload(SamplePhotos.png(8 + i, 8)))
                .toList();
        assertThatExceptionOfType(ImageRefusedException.class)
                .isThrownBy(() -> patient.does(
                        () -> consultations.write(id, Forms.message("All", twentyOne.toArray(new ImageId[0])))))
                .returns(ImageRefusedException.Reason.TOO_MANY, ImageRefusedException::reason);
        assertThat(read(patient, id).entries()).hasSize(1);

        List<ImageId> twenty = twentyOne.subList(1, twentyOne.size());
        patient.does(() -> consultations.write(id, Forms.message("Most", twenty.toArray(new ImageId[0]))));
        assertThat(read(patient, id).entries().get(1).images())
                .extracting(image -> image.stored().id())
                .containsExactlyElementsOf(twenty);
    }

    private ImageId upload(byte[] file) {
        return photo(patient, file);
    }

    private URI linkOf(ImageId image, Rendition rendition) {
        return requireNonNull(patient.asks(() -> images.view(image, rendition)).link());
    }

    private void assertShown(ImageId image, Rendition rendition, int width) {
        URI link = linkOf(image, rendition);
        assertThat(link)
                .hasScheme(origins.origin().getScheme())
                .hasAuthority(origins.origin().getAuthority());
        HttpResponse<byte[]> answer = Links.open(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        BufferedImage shown = SamplePhotos.read(answer.body());
        assertThat(shown.getWidth()).isEqualTo(width);
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain(SamplePhotos.PLACE);
    }

    private void assertSeen(Actor actor, ImageId image) {
        assertThat(Links.status(requireNonNull(
                        actor.asks(() -> images.view(image, Rendition.DISPLAY)).link())))
                .isEqualTo(200);
    }

    private void assertHidden(Actor actor, ImageId image) {
        Refusals.assertNotFound("view", () -> actor.asks(() -> images.view(image, Rendition.DISPLAY)));
    }

    private void assertRefused(byte[] file, ImageRefusedException.Reason reason) {
        assertThatExceptionOfType(ImageRefusedException.class)
                .isThrownBy(() -> upload(file))
                .returns(reason, ImageRefusedException::reason);
    }
}
