package org.consilium.imaging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.consilium.imaging.PhotoRefusedException.Reason;

/**
 * The messages between the node and a worker process, over the worker's standard input and output. A worker says that
 * it is ready; then it gets the limits and a file, and answers with the photo's format and renditions, or with the
 * reason of a refusal.
 */
public final class WorkerProtocol {

    /** No message is longer, in bytes: a length beyond it is an error of the other side. */
    static final int MAX_BYTES = 128 * 1024 * 1024;

    private static final byte DONE = 0;
    private static final byte REFUSED = 1;
    private static final byte READY = 2;

    private WorkerProtocol() {}

    /**
     * A file that is to be processed.
     *
     * @param withoutMetadata whether the answer has an original without metadata, too
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    public record Request(byte[] file, PixelLimits limits, boolean withoutMetadata) {

        /** A file that is kept as it is. */
        public Request(byte[] file, PixelLimits limits) {
            this(file, limits, false);
        }
    }

    /** Says that the worker has started. */
    public static void ready(DataOutputStream out) throws IOException {
        out.writeByte(READY);
        out.flush();
    }

    /**
     * Waits for a worker to start.
     *
     * @throws IOException if it ends instead
     */
    public static void awaitReady(DataInputStream in) throws IOException {
        int first = in.readByte();
        if (first != READY) {
            throw new IOException("a worker starts with an invalid byte: " + first);
        }
    }

    /** Sends a file to the worker. */
    public static void send(DataOutputStream out, Request request) throws IOException {
        out.writeLong(request.limits().downsampled());
        out.writeLong(request.limits().whole());
        out.writeBoolean(request.withoutMetadata());
        write(out, request.file());
        out.flush();
    }

    /**
     * The next file, for the worker.
     *
     * @throws java.io.EOFException when the node sends no more
     */
    public static Request receive(DataInputStream in) throws IOException {
        PixelLimits limits = new PixelLimits(in.readLong(), in.readLong());
        boolean withoutMetadata = in.readBoolean();
        return new Request(read(in), limits, withoutMetadata);
    }

    /** Answers with a photo. */
    public static void answer(DataOutputStream out, ProcessedPhoto photo) throws IOException {
        Renditions renditions = photo.renditions();
        out.writeByte(DONE);
        out.writeUTF(photo.format().name());
        out.writeBoolean(photo.incomplete());
        byte[] original = photo.original();
        out.writeBoolean(original != null);
        if (original != null) {
            write(out, original);
        }
        write(out, renditions.full());
        write(out, renditions.display());
        write(out, renditions.thumbnail());
        out.writeInt(renditions.width());
        out.writeInt(renditions.height());
        out.flush();
    }

    /** Answers with a refusal. */
    public static void refuse(DataOutputStream out, Reason reason) throws IOException {
        out.writeByte(REFUSED);
        out.writeUTF(reason.name());
        out.flush();
    }

    /**
     * The worker's answer, for the node.
     *
     * @throws PhotoRefusedException if the answer is a refusal
     * @throws IOException if it is not an answer: a photo may have taken control of the worker
     */
    public static ProcessedPhoto readAnswer(DataInputStream in) throws IOException {
        if (in.readByte() == REFUSED) {
            throw new PhotoRefusedException(constant(Reason.class, in.readUTF()));
        }
        PhotoFormat format = constant(PhotoFormat.class, in.readUTF());
        boolean incomplete = in.readBoolean();
        byte[] original = in.readBoolean() ? read(in) : null;
        Renditions renditions = new Renditions(read(in), read(in), read(in), in.readInt(), in.readInt());
        return new ProcessedPhoto(format, renditions, incomplete, original);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) throws IOException {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("invalid answer of a worker", unknown);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("invalid length of a message: " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
