package org.consilium.imaging.format;

import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;

/**
 * Reads the parts of a file as one stream, from memory. A decoder that ignores the end of the stream is stopped:
 * crafted files of a few bytes make some of them read on for minutes.
 */
final class PartsInputStream extends ImageInputStreamImpl {

    /** Decoders read a little beyond the end; with an intact photo none reads this far. */
    static final int MOST_READS_BEHIND_END = 1000;

    private final List<FileParts.Part> parts;
    private int current;
    private long currentFrom;
    private int readsBehindEnd;

    PartsInputStream(List<FileParts.Part> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (!find()) {
            return end();
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
            return end();
        }
        int copied = parts.get(current).copy((int) (streamPos - currentFrom), target, offset, most);
        streamPos += copied;
        return copied;
    }

    @Override
    public long length() {
        return parts.stream().mapToLong(FileParts.Part::length).sum();
    }

    private int end() {
        readsBehindEnd++;
        if (readsBehindEnd > MOST_READS_BEHIND_END) {
            throw new PhotoRefusedException(Reason.TRUNCATED);
        }
        return -1;
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
