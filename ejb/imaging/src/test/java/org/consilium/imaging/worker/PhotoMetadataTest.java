package org.consilium.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.consilium.imaging.PhotoFormat;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.WorkerProtocol.Request;
import org.consilium.imaging.codec.HeifDecoder;
import org.consilium.imaging.format.PhotoMetadata;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata leaves a file, and the picture stays as it is. */
class PhotoMetadataTest {

    private static final String SECRET = "SECRET";
    private static final PixelLimits LIMITS = new PixelLimits(1_000_000, 1_000_000);
    private static final int TURNED = 6;

    @ParameterizedTest
    @ValueSource(ints = {1, TURNED})
    void aJpegKeepsItsPictureItsProfileAndItsOrientation(int orientation) {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] photo = SamplePhotos.jpeg(SamplePhotos.quarters(64, 48, BufferedImage.TYPE_INT_RGB));
        photo = CraftedFiles.withSegment(photo, 0xFE, secret("comment"));
        photo = CraftedFiles.withSegment(photo, 0xED, secret("Photoshop 3.0\0"));
        photo = CraftedFiles.withSegment(
                photo, 0xE2, joined("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII), profile));
        photo = CraftedFiles.withSegment(photo, 0xE2, secret("MPF\0"));
        photo = CraftedFiles.withSegment(photo, 0xE1, secret("http://ns.adobe.com/xap/1.0/\0"));
        photo = CraftedFiles.withSegment(photo, 0xE1, CraftedFiles.exif(orientation));
        photo = CraftedFiles.withSegment(photo, 0xF5, secret("unknown"));
        photo = joined(photo, secret("a video behind the picture"));

        byte[] clean = assertClean(photo, PhotoFormat.JPEG);
        assertThat(text(clean)).contains("ICC_PROFILE");
        assertThat(text(clean).contains("Exif")).isEqualTo(orientation == TURNED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, TURNED})
    void aPngKeepsItsPictureItsColorsAndItsOrientation(int orientation) {
        byte[] exif = Arrays.copyOfRange(CraftedFiles.exif(orientation), 6, CraftedFiles.exif(orientation).length);
        byte[] photo = SamplePhotos.png(SamplePhotos.quarters(64, 48, BufferedImage.TYPE_INT_RGB));
        for (String type : new String[] {"tEXt", "zTXt", "iTXt", "tIME", "prVt"}) {
            photo = CraftedFiles.withChunk(photo, type, secret("Title\0"));
        }
        photo = CraftedFiles.withChunk(photo, "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});
        photo = joined(CraftedFiles.withChunk(photo, "eXIf", exif), secret("behind the end"));

        assertThat(text(assertClean(photo, PhotoFormat.PNG))).contains("gAMA");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, TURNED})
    void aWebpKeepsItsPictureAndItsOrientation(int orientation) {
        byte[] picture = Arrays.copyOfRange(SamplePhotos.WEBP_LOSSY, 12, SamplePhotos.WEBP_LOSSY.length);
        BufferedImage size = SamplePhotos.read(SamplePhotos.WEBP_LOSSY);
        byte[] canvas = {0x0C, 0, 0, 0, (byte) (size.getWidth() - 1), 0, 0, (byte) (size.getHeight() - 1), 0, 0};
        byte[] photo = webp(
                chunk("VP8X", canvas),
                picture,
                chunk("EXIF", CraftedFiles.exif(orientation)),
                chunk("XMP ", secret("<x:xmpmeta>")),
                chunk("prvt", secret("unknown")));

        byte[] clean = assertClean(photo, PhotoFormat.WEBP);
        assertThat(clean[20]).as("flags").isEqualTo((byte) (orientation == TURNED ? 0x08 : 0));
    }

    @Test
    void otherFormatsAreNotRewritten() {
        assertThat(PhotoMetadata.removedFrom(TestFiles.read("turned.heic"), PhotoFormat.HEIC))
                .isEmpty();
        assertThat(PhotoMetadata.removedFrom(TestFiles.read("clear.avif"), PhotoFormat.AVIF))
                .isEmpty();
        byte[] animation = webp(chunk("VP8X", new byte[10]), chunk("ANIM", new byte[6]), chunk("ANMF", secret("")));
        assertThat(PhotoMetadata.removedFrom(animation, PhotoFormat.WEBP)).isEmpty();
    }

    /** What shows the picture takes their place. */
    @Test
    void thePlaceOfOthersIsTakenByTheFullRendition() {
        assumeTrue(HeifDecoder.installed().isPresent());
        ProcessedPhoto photo = PhotoPipeline.process(new Request(TestFiles.read("turned.heic"), LIMITS, true));
        assertThat(photo.format()).isEqualTo(PhotoFormat.JPEG);
        assertThat(photo.original()).isEqualTo(photo.renditions().full());
    }

    @Test
    void whatAPhoneTellsIsGone() {
        byte[] photo = SamplePhotos.jpeg(SamplePhotos.quarters(64, 48, BufferedImage.TYPE_INT_RGB));
        byte[] told = CraftedFiles.withSegment(photo, 0xE1, CraftedFiles.exifOfPhone(TURNED, SECRET));
        assertThat(text(told)).contains(text(CraftedFiles.latitude()));
        assertThat(text(assertClean(told, PhotoFormat.JPEG))).doesNotContain(text(CraftedFiles.latitude()));
    }

    @Test
    void damagedFilesAreNotRewritten() {
        byte[] photo = SamplePhotos.jpeg(SamplePhotos.quarters(64, 48, BufferedImage.TYPE_INT_RGB));
        assertThat(PhotoMetadata.removedFrom(Arrays.copyOf(photo, photo.length / 2), PhotoFormat.JPEG))
                .isEmpty();
        assertThat(PhotoMetadata.removedFrom(Arrays.copyOf(SamplePhotos.png(64, 48), 60), PhotoFormat.PNG))
                .isEmpty();
        assertThat(PhotoMetadata.removedFrom(Arrays.copyOf(SamplePhotos.WEBP_LOSSY, 30), PhotoFormat.WEBP))
                .isEmpty();
    }

    /** The file has no secret any more, and shows the same picture in the same way. */
    private static byte[] assertClean(byte[] photo, PhotoFormat format) {
        assertThat(text(photo)).contains(SECRET);
        byte[] clean = PhotoMetadata.removedFrom(photo, format).orElseThrow();
        assertThat(PhotoFormat.of(clean)).isEqualTo(format);
        assertThat(text(clean)).doesNotContain(SECRET);
        assertThat(PhotoPipeline.process(clean, LIMITS).renditions().full())
                .isEqualTo(PhotoPipeline.process(photo, LIMITS).renditions().full());
        assertThat(PhotoMetadata.removedFrom(clean, format)).as("done twice").hasValue(clean);
        return clean;
    }

    private static byte[] webp(byte[]... chunks) {
        byte[] content = joined(chunks);
        return joined(
                "RIFF".getBytes(StandardCharsets.US_ASCII),
                little32(4 + content.length),
                "WEBP".getBytes(StandardCharsets.US_ASCII),
                content);
    }

    private static byte[] chunk(String type, byte[] data) {
        return joined(type.getBytes(StandardCharsets.US_ASCII), little32(data.length), data, new byte[data.length % 2]);
    }

    private static byte[] little32(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] secret(String beginning) {
        return (beginning + SECRET).getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
