package org.consilium.image;

import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;
import org.consilium.image.ImageRefusedException.Reason;

/**
 * Lets a decoder read the parts of a file as if they were one, from memory, without a file on disk. A decoder that
 * takes no notice of the end is stopped: crafted files of a few bytes let it read on for minutes.
 */
final class PartsInputStream extends ImageInputStreamImpl {

    /** Decoders look a little further than the end; none that gets a whole photo looks this far. */
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
            throw new ImageRefusedException(Reason.TRUNCATED);
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
