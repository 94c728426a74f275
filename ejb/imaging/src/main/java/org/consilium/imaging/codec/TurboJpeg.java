package org.consilium.imaging.codec;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.Rendition;
import org.consilium.imaging.format.PhotoFile;

/**
 * libjpeg-turbo, where it is installed (Debian's package libturbojpeg0): does what the JDK's codec does in a third of
 * the time.
 */
public final class TurboJpeg implements JpegCodec {

    /** The part of TurboJPEG's C interface (version 2.1, turbojpeg.h) that is used; names and order are its own. */
    interface Functions extends Library {
        Pointer tjInitDecompress();

        int tjDecompressHeader3(
                Pointer handle,
                byte[] jpeg,
                NativeLong size,
                IntByReference width,
                IntByReference height,
                IntByReference subsampling,
                IntByReference colorspace);

        int tjDecompress2(
                Pointer handle,
                byte[] jpeg,
                NativeLong size,
                Pointer pixels,
                int width,
                int pitch,
                int height,
                int pixelFormat,
                int flags);

        Pointer tjInitCompress();

        int tjCompress2(
                Pointer handle,
                Pointer pixels,
                int width,
                int pitch,
                int height,
                int pixelFormat,
                PointerByReference jpeg,
                NativeLongByReference size,
                int subsampling,
                int quality,
                int flags);

        Pointer tjInitTransform();

        int tjTransform(
                Pointer handle,
                byte[] jpeg,
                NativeLong size,
                int number,
                PointerByReference results,
                NativeLongByReference sizes,
                Pointer transforms,
                int flags);

        int tjGetErrorCode(Pointer handle);

        String tjGetErrorStr2(Pointer handle);

        void tjFree(Pointer buffer);

        int tjDestroy(Pointer handle);
    }

    private static final String NAME = "libturbojpeg.so.0";
    private static final int BGR = 1;
    private static final int COLORS = 3;
    /** Colours at half the resolution of brightness, as cameras and the JDK have them. */
    private static final int SUBSAMPLED_420 = 2;

    /** Of TJCS: cameras have it, and all browsers show it alike, with any profile for colors. */
    private static final int YCBCR = 1;

    /** Of TJXOP: what turns a photo upright, by its orientation; the first is 1. */
    private static final int[] OPERATIONS = {0, 1, 6, 2, 3, 5, 4, 7};

    /** Of TJXOPT: fail rather than turn only the blocks that are whole; and leave out all metadata. */
    private static final int PERFECT_WITHOUT_METADATA = 1 | 64;

    /** The structure tjtransform: the region, operation and options, and two pointers. */
    private static final int OPERATION = 4 * Integer.BYTES;

    private static final int OPTIONS = OPERATION + Integer.BYTES;
    private static final int TRANSFORM_BYTES = OPTIONS + Integer.BYTES + 2 * Native.POINTER_SIZE;

    private static final int WARNING = 0;
    /** An image that is larger than its full rendition is decoded at fewer eighths, which costs less. */
    private static final int EIGHTHS = 8;

    private static final Optional<TurboJpeg> INSTALLED = find();

    private final Functions functions;
    /** Where the library reads and writes pixels; kept, because allocating so much for each photo takes time. */
    private Memory pixels = new Memory(1);

    private TurboJpeg(Functions functions) {
        this.functions = functions;
    }

    /** The library, if this machine has it. */
    public static Optional<TurboJpeg> installed() {
        return INSTALLED;
    }

    private static Optional<TurboJpeg> find() {
        try {
            return Optional.of(new TurboJpeg(Native.load(NAME, Functions.class)));
        } catch (UnsatisfiedLinkError missing) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized BufferedImage decode(PhotoFile photo, Rendition rendition) {
        byte[] jpeg = photo.pixels().bytes();
        Pointer handle = functions.tjInitDecompress();
        try {
            NativeLong size = new NativeLong(jpeg.length);
            int unused = colorSpace(handle, photo, jpeg);
            int eighths = eighths(Math.max(photo.width(), photo.height()), rendition);
            BufferedImage image = new BufferedImage(
                    scaled(photo.width(), eighths), scaled(photo.height(), eighths), BufferedImage.TYPE_3BYTE_BGR);
            byte[] bytes = bytes(image);
            reserve(bytes.length);
            require(
                    handle,
                    photo,
                    functions.tjDecompress2(
                            handle,
                            jpeg,
                            size,
                            pixels,
                            image.getWidth(),
                            image.getWidth() * COLORS,
                            image.getHeight(),
                            BGR,
                            0));
            pixels.read(0, bytes, 0, bytes.length);
            return image;
        } finally {
            functions.tjDestroy(handle);
        }
    }

    /** Reads the header, which must have the size that the inspection has found. */
    private int colorSpace(Pointer handle, PhotoFile photo, byte[] jpeg) {
        IntByReference width = new IntByReference();
        IntByReference height = new IntByReference();
        IntByReference colorSpace = new IntByReference();
        require(
                handle,
                photo,
                functions.tjDecompressHeader3(
                        handle, jpeg, new NativeLong(jpeg.length), width, height, new IntByReference(), colorSpace));
        // in a damaged file it may find no size, or another than the inspection did
        if (width.getValue() != photo.width() || height.getValue() != photo.height()) {
            throw new PhotoRefusedException(Reason.TRUNCATED);
        }
        return colorSpace.getValue();
    }

    /** Not above the full rendition, and then halved while the rendition needs less: halves are the fast ones. */
    private static int eighths(int longer, Rendition rendition) {
        int eighths = EIGHTHS;
        while (eighths > 1 && scaled(longer, eighths) > Rendition.FULL.longestSide()) {
            eighths--;
        }
        while (eighths % 2 == 0 && scaled(longer, eighths / 2) >= rendition.longestSide()) {
            eighths /= 2;
        }
        return eighths;
    }

    /** As TJSCALED does. */
    private static int scaled(int length, int eighths) {
        return (length * eighths + EIGHTHS - 1) / EIGHTHS;
    }

    /** The library only warns of missing data, and fills it with gray, which is accepted of an incomplete photo. */
    private void require(Pointer handle, PhotoFile photo, int result) {
        if (result == 0) {
            return;
        }
        String text = functions.tjGetErrorStr2(handle);
        if (functions.tjGetErrorCode(handle) != WARNING
                || (!photo.incomplete() && TruncationListener.meansTruncation(text))) {
            throw new PhotoRefusedException(Reason.TRUNCATED);
        }
    }

    @Override
    public synchronized byte[] encode(BufferedImage image, float quality) {
        Pointer handle = functions.tjInitCompress();
        byte[] bytes = bytes(image);
        reserve(bytes.length);
        pixels.write(0, bytes, 0, bytes.length);
        PointerByReference jpeg = new PointerByReference();
        NativeLongByReference size = new NativeLongByReference();
        try {
            int result = functions.tjCompress2(
                    handle,
                    pixels,
                    image.getWidth(),
                    image.getWidth() * COLORS,
                    image.getHeight(),
                    BGR,
                    jpeg,
                    size,
                    SUBSAMPLED_420,
                    Math.round(quality * 100),
                    0);
            if (result != 0) {
                throw new IllegalStateException(functions.tjGetErrorStr2(handle));
            }
            return jpeg.getValue().getByteArray(0, size.getValue().intValue());
        } finally {
            if (jpeg.getValue() != null) {
                functions.tjFree(jpeg.getValue());
            }
            functions.tjDestroy(handle);
        }
    }

    @Override
    public Optional<byte[]> upright(PhotoFile photo) {
        if (photo.incomplete() || Math.max(photo.width(), photo.height()) > Rendition.FULL.longestSide()) {
            return Optional.empty();
        }
        byte[] jpeg = photo.pixels().bytes();
        Pointer handle = functions.tjInitTransform();
        PointerByReference result = new PointerByReference();
        NativeLongByReference size = new NativeLongByReference();
        try (Memory transform = new Memory(TRANSFORM_BYTES)) {
            if (colorSpace(handle, photo, jpeg) != YCBCR) {
                return Optional.empty();
            }
            transform.clear();
            transform.setInt(OPERATION, OPERATIONS[photo.orientation() - 1]);
            transform.setInt(OPTIONS, PERFECT_WITHOUT_METADATA);
            int failure =
                    functions.tjTransform(handle, jpeg, new NativeLong(jpeg.length), 1, result, size, transform, 0);
            return failure == 0
                    ? Optional.of(
                            result.getValue().getByteArray(0, size.getValue().intValue()))
                    : Optional.empty();
        } finally {
            if (result.getValue() != null) {
                functions.tjFree(result.getValue());
            }
            functions.tjDestroy(handle);
        }
    }

    private void reserve(int bytes) {
        if (pixels.size() < bytes) {
            pixels.close();
            pixels = new Memory(bytes);
        }
    }

    private static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
