package org.consilium.imaging.codec;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Optional;
import org.consilium.imaging.PhotoFormat;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.format.ExifOrientation;
import org.consilium.imaging.format.IccProfile;
import org.jspecify.annotations.Nullable;

/**
 * Decodes HEIC and AVIF by libheif, where it is installed (Debian's package libheif1). The library applies the rotation
 * and mirroring that the container asks for (ISO/IEC 23008-12, irot and imir; its Exif orientation does not count), and
 * converts 10 and 12 bits to 8.
 */
public final class HeifDecoder {

    private static final int MAX_PROFILE_BYTES = 1 << 20;

    private static final Optional<HeifDecoder> INSTALLED = find();

    private final Libheif library;

    private HeifDecoder(Libheif library) {
        this.library = library;
    }

    /** The decoder, if this machine has the library. */
    public static Optional<HeifDecoder> installed() {
        return INSTALLED;
    }

    /** Whether the library has a decoder for the coding of HEIC or AVIF: Debian has a package for each. */
    public boolean has(PhotoFormat format) {
        int compression = format == PhotoFormat.AVIF ? Libheif.COMPRESSION_AV1 : Libheif.COMPRESSION_HEVC;
        return library.heif_have_decoder_for_format(compression) != 0;
    }

    private static Optional<HeifDecoder> find() {
        try {
            return Optional.of(new HeifDecoder(Native.load(Libheif.NAME, Libheif.class)));
        } catch (UnsatisfiedLinkError missing) {
            return Optional.empty();
        }
    }

    /**
     * Decodes the primary image.
     *
     * @throws PhotoRefusedException if the file is damaged, or has too many pixels
     */
    public DecodedPhoto decode(byte[] file, PhotoFormat format, PixelLimits limits) {
        Reason undecodable = PhotoRefusedException.undecodable(format);
        Pointer context = library.heif_context_alloc();
        // it reads the file while it decodes
        try (Memory content = new Memory(file.length)) {
            content.write(0, file, 0, file.length);
            // a file made of tiles might lie about its size
            library.heif_context_set_maximum_image_size_limit(
                    context, (int) Math.ceil(Math.sqrt((double) limits.whole())));
            require(
                    library.heif_context_read_from_memory_without_copy(
                            context, content, new NativeLong(file.length), Pointer.NULL),
                    undecodable);
            PointerByReference handle = new PointerByReference();
            require(library.heif_context_get_primary_image_handle(context, handle), undecodable);
            try {
                return decode(handle.getValue(), undecodable, limits);
            } finally {
                library.heif_image_handle_release(handle.getValue());
            }
        } finally {
            library.heif_context_free(context);
        }
    }

    private DecodedPhoto decode(Pointer handle, Reason undecodable, PixelLimits limits) {
        limits.checkWhole(library.heif_image_handle_get_width(handle), library.heif_image_handle_get_height(handle));
        boolean alpha = library.heif_image_handle_has_alpha_channel(handle) != 0;
        PointerByReference image = new PointerByReference();
        require(
                library.heif_decode_image(
                        handle,
                        image,
                        Libheif.COLORSPACE_RGB,
                        alpha ? Libheif.CHROMA_RGBA : Libheif.CHROMA_RGB,
                        Pointer.NULL),
                undecodable);
        try {
            return new DecodedPhoto(
                    copy(image.getValue(), alpha, limits), ExifOrientation.UPRIGHT, profile(handle), false, null);
        } finally {
            library.heif_image_release(image.getValue());
        }
    }

    private BufferedImage copy(Pointer image, boolean alpha, PixelLimits limits) {
        int width = library.heif_image_get_width(image, Libheif.CHANNEL_INTERLEAVED);
        int height = library.heif_image_get_height(image, Libheif.CHANNEL_INTERLEAVED);
        limits.checkWhole(width, height);
        IntByReference stride = new IntByReference();
        Pointer plane = library.heif_image_get_plane_readonly(image, Libheif.CHANNEL_INTERLEAVED, stride);
        int samples = alpha ? 4 : 3;
        BufferedImage copy =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
        byte[] row = new byte[width * samples];
        for (int y = 0; y < height; y++) {
            plane.read((long) y * stride.getValue(), row, 0, row.length);
            reverse(row, samples, pixels, y * row.length);
        }
        return copy;
    }

    /** Java's images have their samples in the opposite order. */
    private static void reverse(byte[] row, int samples, byte[] pixels, int to) {
        for (int pixel = 0; pixel < row.length; pixel += samples) {
            for (int sample = 0; sample < samples; sample++) {
                pixels[to + pixel + sample] = row[pixel + samples - 1 - sample];
            }
        }
    }

    private byte @Nullable [] profile(Pointer handle) {
        long size = library.heif_image_handle_get_raw_color_profile_size(handle).longValue();
        if (size <= 0 || size > MAX_PROFILE_BYTES) {
            return null;
        }
        byte[] profile = new byte[(int) size];
        boolean read = library.heif_image_handle_get_raw_color_profile(handle, profile).code == 0;
        return read ? IccProfile.usable(profile, false) : null;
    }

    private static void require(Libheif.Result result, Reason undecodable) {
        if (result.code != 0) {
            throw new PhotoRefusedException(reason(result, undecodable), new IOException(result.message.getString(0)));
        }
    }

    private static Reason reason(Libheif.Result result, Reason undecodable) {
        return switch (result.code) {
            case Libheif.UNSUPPORTED_FILETYPE, Libheif.UNSUPPORTED_FEATURE -> undecodable;
            case Libheif.MEMORY_ALLOCATION_ERROR ->
                result.subcode == Libheif.SECURITY_LIMIT_EXCEEDED ? Reason.TOO_MANY_PIXELS : Reason.TRUNCATED;
            default -> Reason.TRUNCATED;
        };
    }
}
