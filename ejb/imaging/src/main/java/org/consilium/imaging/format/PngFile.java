package org.consilium.imaging.format;

import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngHeader;
import com.drew.imaging.png.PngProcessingException;
import com.drew.lang.SequentialByteArrayReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.consilium.imaging.PhotoFormat;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.format.PhotoFile.Coding;
import org.jspecify.annotations.Nullable;

/**
 * Inspects a PNG (ISO/IEC 15948), and keeps only the chunks that make the image: compressed texts, which inflate
 * without limit, are left out, and so are the further frames of an animation.
 */
public final class PngFile {

    private static final Set<PngChunkType> IMAGE =
            Set.of(PngChunkType.IHDR, PngChunkType.PLTE, PngChunkType.tRNS, PngChunkType.IDAT, PngChunkType.IEND);
    /** How the colors of the image are meant. */
    private static final Set<String> COLORS = Set.of("iCCP", "sRGB", "gAMA", "cHRM", "sBIT", "cICP", "mDCV", "cLLI");

    private static final Set<PngChunkType> READ = Stream.concat(
                    Stream.concat(IMAGE.stream(), Stream.of(PngChunkType.eXIf)),
                    PngColors.CHUNKS.stream().map(PngFile::type))
            .collect(Collectors.toUnmodifiableSet());

    /** The color types without and with transparency (11.2.1) whose samples are gray. */
    private static final Set<Integer> GRAY = Set.of(0, 4);

    private final FileParts image = new FileParts();
    private @Nullable PngHeader header;
    private byte @Nullable [] exif;
    private final PngColors colors = new PngColors();
    private boolean hasData;

    private PngFile() {}

    /**
     * Inspects a file.
     *
     * @throws PhotoRefusedException if it is damaged, or has too many pixels
     */
    public static PhotoFile inspect(byte[] file, PixelLimits limits) {
        PngFile png = new PngFile();
        png.image.add(PhotoFormat.PNG_SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
        try {
            for (PngChunk chunk : chunks(file, READ)) {
                png.take(chunk, limits);
            }
        } catch (PngProcessingException invalid) {
            throw new PhotoRefusedException(Reason.NOT_AN_IMAGE, invalid);
        }
        return png.summary();
    }

    /**
     * The file without its metadata, but for its colors and the orientation.
     *
     * @throws PhotoRefusedException if it is damaged
     */
    static byte[] withoutMetadata(byte[] file) {
        PngFile png = new PngFile();
        png.image.add(PhotoFormat.PNG_SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
        for (PngChunk chunk : chunks(file, null)) {
            PngChunkType type = chunk.getType();
            if (IMAGE.contains(type) || COLORS.contains(type.getIdentifier())) {
                png.keep(type.getIdentifier(), chunk.getBytes());
            } else if (type.equals(PngChunkType.eXIf)) {
                png.keep(type.getIdentifier(), ExifOrientation.block(ExifOrientation.in(chunk.getBytes())));
            }
        }
        return png.image.bytes();
    }

    private static PngChunkType type(String name) {
        try {
            return new PngChunkType(name);
        } catch (PngProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Iterable<PngChunk> chunks(byte[] file, @Nullable Set<PngChunkType> types) {
        try {
            return new PngChunkReader().extract(new SequentialByteArrayReader(file), types);
        } catch (PngProcessingException invalid) {
            throw new PhotoRefusedException(Reason.NOT_AN_IMAGE, invalid);
        } catch (IOException truncated) {
            throw new PhotoRefusedException(Reason.TRUNCATED, truncated);
        }
    }

    private void take(PngChunk chunk, PixelLimits limits) throws PngProcessingException {
        PngChunkType type = chunk.getType();
        if (type.equals(PngChunkType.IHDR)) {
            header = new PngHeader(chunk.getBytes());
            limits.checkWhole(header.getImageWidth(), header.getImageHeight());
        } else if (type.equals(PngChunkType.eXIf)) {
            exif = chunk.getBytes();
        } else if (PngColors.CHUNKS.contains(type.getIdentifier())) {
            colors.take(type.getIdentifier(), chunk.getBytes());
        }
        if (IMAGE.contains(type)) {
            keep(type.getIdentifier(), chunk.getBytes());
            hasData |= type.equals(PngChunkType.IDAT);
        }
    }

    private void keep(String name, byte[] data) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(data);
        image.add(ByteBuffer.allocate(8).putInt(data.length).put(type).array());
        image.add(data);
        image.add(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private PhotoFile summary() {
        if (header == null || !hasData) {
            throw new PhotoRefusedException(Reason.TRUNCATED);
        }
        int colorType = header.getColorType().getNumericValue();
        int samples = samples(colorType);
        return new PhotoFile(
                Coding.PNG,
                header.getImageWidth(),
                header.getImageHeight(),
                image,
                ExifOrientation.in(exif),
                IccProfile.usable(colors.profile(), GRAY.contains(colorType)),
                header.getBitsPerSample() > 8 ? 2 * samples : samples,
                false);
    }

    /** Of a decoded pixel, by the color type (11.2.1); a transparent color adds one. */
    private static int samples(int colorType) {
        return switch (colorType) {
            case 2, 6 -> 4;
            case 4 -> 2;
            default -> 1;
        };
    }
}
