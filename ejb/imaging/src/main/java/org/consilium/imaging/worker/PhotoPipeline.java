package org.consilium.imaging.worker;

import java.awt.image.BufferedImage;
import org.consilium.imaging.PhotoFormat;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.Rendition;
import org.consilium.imaging.Renditions;
import org.consilium.imaging.WorkerProtocol.Request;
import org.consilium.imaging.codec.Codecs;
import org.consilium.imaging.codec.DecodedPhoto;
import org.consilium.imaging.codec.JpegCodec;
import org.consilium.imaging.codec.PhotoDecoder;
import org.consilium.imaging.format.IccProfile;
import org.consilium.imaging.format.JpegFile;
import org.consilium.imaging.format.JpegRows;
import org.consilium.imaging.format.PhotoFile;
import org.consilium.imaging.format.PhotoFile.Coding;
import org.consilium.imaging.format.PhotoMetadata;
import org.consilium.imaging.format.PngFile;
import org.consilium.imaging.format.WebpFile;
import org.jspecify.annotations.Nullable;

/** Turns a file into a photo or refuses it: judged by its content alone, and within bounded memory. */
public final class PhotoPipeline {

    private PhotoPipeline() {}

    /**
     * Inspects, decodes and renders, and removes the metadata if that is asked for.
     *
     * @throws PhotoRefusedException if the file is not a photo that can be processed
     */
    static ProcessedPhoto process(Request request) {
        ProcessedPhoto photo = process(request.file(), request.limits());
        return request.withoutMetadata() ? withoutMetadata(photo, request.file()) : photo;
    }

    /**
     * Inspects, decodes and renders.
     *
     * @throws PhotoRefusedException if the file is not a photo that can be processed
     */
    public static ProcessedPhoto process(byte[] file, PixelLimits limits) {
        return process(file, limits, Codecs.installed());
    }

    static ProcessedPhoto process(byte[] file, PixelLimits limits, Codecs codecs) {
        PhotoFormat format = PhotoFormat.of(file);
        DecodedPhoto photo = decode(format, file, limits, codecs);
        return new ProcessedPhoto(format, PhotoRenderer.render(photo, codecs.jpeg()), photo.incomplete(), null);
    }

    /** The original without metadata; of a file that cannot be rewritten, the full rendition takes its place. */
    private static ProcessedPhoto withoutMetadata(ProcessedPhoto photo, byte[] file) {
        Renditions renditions = photo.renditions();
        return PhotoMetadata.removedFrom(file, photo.format())
                .map(clean -> new ProcessedPhoto(photo.format(), renditions, photo.incomplete(), clean))
                .orElseGet(
                        () -> new ProcessedPhoto(PhotoFormat.JPEG, renditions, photo.incomplete(), renditions.full()));
    }

    private static DecodedPhoto decode(PhotoFormat format, byte[] file, PixelLimits limits, Codecs codecs) {
        return switch (format) {
            case JPEG -> decodeJpeg(JpegFile.inspect(file, limits), codecs.jpeg());
            case PNG -> decode(PngFile.inspect(file, limits), codecs.jpeg());
            case WEBP -> decode(WebpFile.inspect(file, limits), codecs.jpeg());
            case HEIC, AVIF ->
                codecs.heif()
                        .orElseThrow(() -> new PhotoRefusedException(PhotoRefusedException.undecodable(format)))
                        .decode(file, format, limits);
        };
    }

    /** A photo of which little is missing is shown: every viewer does that, and its sender sees nothing wrong. */
    private static DecodedPhoto decodeJpeg(PhotoFile photo, JpegCodec jpeg) {
        try {
            if (!photo.incomplete()) {
                return decode(photo, jpeg);
            }
        } catch (PhotoRefusedException damaged) {
            if (damaged.reason() != Reason.TRUNCATED) {
                throw damaged;
            }
        }
        JpegRows.requireEnough(photo);
        return decode(photo.asIncomplete(), jpeg);
    }

    private static DecodedPhoto decode(PhotoFile photo, JpegCodec jpeg) {
        if (photo.coding() != Coding.JPEG) {
            return decoded(photo, PhotoDecoder.decode(photo), null);
        }
        byte[] profile = photo.colorProfile();
        byte[] full = profile == null || IccProfile.canBeEmbedded(profile)
                ? jpeg.upright(photo).orElse(null)
                : null;
        Rendition largest = full == null ? Rendition.FULL : Rendition.DISPLAY;
        return decoded(photo, jpeg.decode(photo, largest), full);
    }

    private static DecodedPhoto decoded(PhotoFile photo, BufferedImage image, byte @Nullable [] full) {
        return new DecodedPhoto(image, photo.orientation(), photo.colorProfile(), photo.incomplete(), full);
    }
}
