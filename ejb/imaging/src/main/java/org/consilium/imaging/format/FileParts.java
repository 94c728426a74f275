package org.consilium.imaging.format;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/** Some stretches of a file that together read like a file of their own; nothing is copied. */
public final class FileParts {

    private final List<Part> parts = new ArrayList<>();

    /** The whole of a file. */
    static FileParts whole(byte[] file) {
        FileParts parts = new FileParts();
        parts.add(file, 0, file.length);
        return parts;
    }

    void add(byte[] part) {
        add(part, 0, part.length);
    }

    void add(byte[] file, int from, int to) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).isContinuedAt(file, from)) {
            parts.set(last, new Part(file, parts.get(last).from, to));
        } else {
            parts.add(new Part(file, from, to));
        }
    }

    void addAll(FileParts others) {
        parts.addAll(others.parts);
    }

    /** All of it, one after the other. */
    public byte[] bytes() {
        byte[] all = new byte[parts.stream().mapToInt(Part::length).sum()];
        int at = 0;
        for (Part part : parts) {
            at += part.copy(0, all, at, part.length());
        }
        return all;
    }

    /** Reads them as one stream. */
    public ImageInputStream open() {
        return new PartsInputStream(parts);
    }

    /** The bytes of {@code file} from {@code from} up to, not including, {@code to}. */
    static final class Part {

        private final byte[] file;
        private final int from;
        private final int to;

        private Part(byte[] file, int from, int to) {
            this.file = file;
            this.from = from;
            this.to = to;
        }

        @SuppressWarnings("ReferenceEquality") // another file with the same content is another file
        private boolean isContinuedAt(byte[] otherFile, int at) {
            return file == otherFile && to == at;
        }

        int length() {
            return to - from;
        }

        int at(int offset) {
            return file[from + offset] & 0xFF;
        }

        int copy(int offset, byte[] target, int targetOffset, int most) {
            int copied = Math.min(most, length() - offset);
            System.arraycopy(file, from + offset, target, targetOffset, copied);
            return copied;
        }
    }
}
