package org.consilium.trail.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The first 8 bytes of the hash of each entry of a seal, by which a changed entry is named. */
public final class Marks {
    private final ByteBuffer bytes;

    private Marks(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Of a hash.
     *
     * @param hash of the line of an entry
     */
    public static long of(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    static Marks of(List<Long> marks) {
        ByteBuffer bytes = ByteBuffer.allocate(marks.size() * Long.BYTES);
        marks.forEach(bytes::putLong);
        return new Marks(bytes);
    }

    /** @throws IllegalArgumentException if it is no Base64, or of other than whole marks */
    static Marks parse(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length % Long.BYTES != 0) {
            throw new IllegalArgumentException("not whole marks");
        }
        return new Marks(ByteBuffer.wrap(bytes));
    }

    int size() {
        return bytes.capacity() / Long.BYTES;
    }

    /** The mark of the entry at a place, counted from 0. */
    public long get(int place) {
        return bytes.getLong(place * Long.BYTES);
    }

    /** In Base64. */
    @Override
    public String toString() {
        ByteBuffer base64 = Base64.getEncoder().encode(bytes.duplicate().rewind());
        return StandardCharsets.ISO_8859_1.decode(base64).toString();
    }
}
