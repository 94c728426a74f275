package org.consilium.ear.browser.photo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.imaging.InstalledFormats;
import org.consilium.imaging.PhotoFormat;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HEIC and AVIF are taken as they are where the server reads them, whatever the browser says of them; otherwise as the
 * JPEG that the browser makes of them, and if it makes none, they are refused by their name.
 */
class PhotoFormatBrowserIT {

    private static final String SMALL = "This photo is small";
    private static final int MAJOR_BRAND = 8;

    private Person patient;

    @BeforeEach
    void person() {
        patient = People.patient();
    }

    static Stream<Arguments> modernPhotos() {
        return Stream.of(
                Arguments.of(PhotoFormat.AVIF, PhotoFiles.file("a.avif", "image/avif", SamplePhotos.AVIF)),
                Arguments.of(PhotoFormat.AVIF, PhotoFiles.file("a.jpg", "image/jpeg", SamplePhotos.AVIF)),
                Arguments.of(
                        PhotoFormat.AVIF,
                        PhotoFiles.file("a", "application/octet-stream", majorBrand("mif1", SamplePhotos.AVIF))),
                Arguments.of(PhotoFormat.HEIC, PhotoFiles.file("a.heic", "image/heic", SamplePhotos.HEIC)),
                Arguments.of(PhotoFormat.HEIC, PhotoFiles.file("a.HEIF", "image/heif", SamplePhotos.HEIC)),
                Arguments.of(
                        PhotoFormat.HEIC,
                        PhotoFiles.file("a", "application/octet-stream", majorBrand("mif1", SamplePhotos.HEIC))));
    }

    @ParameterizedTest
    @MethodSource("modernPhotos")
    void isTakenAsItIsWhereTheServerReadsIt(PhotoFormat format, FilePayload file) {
        assumeTrue(InstalledFormats.has(format), "libheif has no decoder for " + format);
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            send(visit, file);
        }
        assertThat(contentType()).isEqualTo(format.contentType());
    }

    @Test
    void becomesAJpegInTheBrowserWhereTheServerDoesNotReadIt() {
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            serverReadsNeither(visit);
            send(visit, PhotoFiles.file("a.avif", "image/avif", SamplePhotos.AVIF));
        }
        assertThat(contentType()).isEqualTo("image/jpeg");
    }

    /** A canvas that is too large for a browser gives null in place of a JPEG. */
    @Test
    void isSentAsItIsWhereTheBrowserCannotMakeAJpeg() {
        assumeTrue(InstalledFormats.has(PhotoFormat.AVIF), "libheif has no decoder for AVIF");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/new")) {
            serverReadsNeither(visit);
            visit.page().evaluate("() => { HTMLCanvasElement.prototype.toBlob = done => done(null); }");
            send(visit, PhotoFiles.file("a.avif", "image/avif", SamplePhotos.AVIF));
        }
        assertThat(contentType()).isEqualTo("image/avif");
    }

    private static void serverReadsNeither(Visit visit) {
        visit.page().evaluate("() => { document.querySelector('.photos').dataset.reads = ''; }");
    }

    /** The samples are small; of those that this browser cannot show it does not say so. */
    private static void send(Visit visit, FilePayload file) {
        visit.field("Photos").setInputFiles(file);
        Previews previews = new Previews(visit);
        assertThat(previews.items().locator(".state")).containsText(Pattern.compile(SMALL + "|Ready to send"));
        if (visit.button("Send anyway " + file.name).count() > 0) {
            visit.press("Send anyway " + file.name);
        }
        previews.awaitReady(1);
    }

    private String contentType() {
        return Records.text(
                "SELECT content_type FROM image i JOIN account a ON a.id = i.owner_id WHERE a.email = ?",
                patient.email());
    }

    private static byte[] majorBrand(String brand, byte[] file) {
        byte[] other = Arrays.copyOf(file, file.length);
        System.arraycopy(brand.getBytes(StandardCharsets.US_ASCII), 0, other, MAJOR_BRAND, brand.length());
        return other;
    }
}
