package org.consilium.image;

import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** Lets a decoder read the parts of a file as if they were one, from memory, without a file on disk. */
final class PartsInputStream extends ImageInputStreamImpl {

    private final List<FileParts.Part> parts;
    private int current;
    private long currentFrom;

    PartsInputStream(List<FileParts.Part> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (!find()) {
            return -1;
        }
        int value = parts.get(current).at((int) (streamPos - currentFrom));
        streamPos++;
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int most) {
        bitOffset = 0;
        if (most == 0) {
            return 0;
        }
        if (!find()) {
            return -1;
        }
        int copied = parts.get(current).copy((int) (streamPos - currentFrom), target, offset, most);
        streamPos += copied;
        return copied;
    }

    @Override
    public long length() {
        return parts.stream().mapToLong(FileParts.Part::length).sum();
    }

    /** Moves to the part that the stream's position lies in; false at the end. */
    private boolean find() {
        if (streamPos < currentFrom) {
            current = 0;
            currentFrom = 0;
        }
        while (current < parts.size()
                && streamPos >= currentFrom + parts.get(current).length()) {
            currentFrom += parts.get(current).length();
            current++;
        }
        return current < parts.size();
    }
}
