package org.consilium.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.consilium.image.ImageRefusedException.Reason;

/**
 * What the node and the process that decodes say to each other: a file and its limits there, a photo or a reason back.
 */
final class PhotoWire {

    private static final byte DONE = 0;
    private static final byte REFUSED = 1;

    private PhotoWire() {}

    /** A file that is to be developed. */
    static void ask(DataOutputStream out, byte[] file, PixelLimits limits) throws IOException {
        out.writeLong(limits.thinnable());
        out.writeLong(limits.whole());
        write(out, file);
        out.flush();
    }

    static PixelLimits limits(DataInputStream in) throws IOException {
        return new PixelLimits(in.readLong(), in.readLong());
    }

    static void answer(DataOutputStream out, Photo photo) throws IOException {
        Renditions renditions = photo.renditions();
        out.writeByte(DONE);
        out.writeUTF(photo.format().name());
        write(out, renditions.full());
        write(out, renditions.display());
        write(out, renditions.thumbnail());
        out.writeInt(renditions.width());
        out.writeInt(renditions.height());
        out.flush();
    }

    static void refuse(DataOutputStream out, Reason reason) throws IOException {
        out.writeByte(REFUSED);
        out.writeUTF(reason.name());
        out.flush();
    }

    /**
     * The answer to {@code file}.
     *
     * @throws ImageRefusedException when that is the answer
     */
    static Photo photo(DataInputStream in, byte[] file) throws IOException {
        if (in.readByte() == REFUSED) {
            throw new ImageRefusedException(Reason.valueOf(in.readUTF()));
        }
        PhotoFormat format = PhotoFormat.valueOf(in.readUTF());
        return new Photo(format, file, new Renditions(read(in), read(in), read(in), in.readInt(), in.readInt()));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** As much as is announced, within what any of us sends. */
    static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > ImageService.MAX_BYTES) {
            throw new IOException("no photo has " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
