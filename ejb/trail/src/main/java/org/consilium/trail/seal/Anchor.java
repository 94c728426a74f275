package org.consilium.trail.seal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An anchor: what the newest seal was at some time, kept outside of the database, too.
 *
 * @param number counted from 1
 * @param at when it was made, by the database's clock
 * @param seal the number of the newest seal
 * @param hash of that seal
 * @param previous the hash of the anchor before; {@link Sha256#NONE} for the first
 * @param key the id of the key that has signed it
 */
public record Anchor(long number, String at, long seal, String hash, String previous, String key) {
    private static final String NUMBER = "anchor";

    public static boolean isAnchor(String line) {
        return line.startsWith("{\"" + NUMBER + "\":");
    }

    /**
     * Makes an anchor.
     *
     * @param before the anchor before; null for the first
     */
    public static SignedLine sign(@Nullable SignedLine before, String at, SignedLine seal, Signer signer) {
        long number = before == null ? 1 : parse(before).number() + 1;
        return signer.sign(new JsonLine()
                .with(NUMBER, number)
                .with("at", at)
                .with("seal", Seal.parse(seal).number())
                .with("hash", seal.hash())
                .with("previous", before == null ? Sha256.NONE : before.hash()));
    }

    /**
     * Reads an anchor.
     *
     * @throws IllegalArgumentException if the line does not say what an anchor says
     */
    public static Anchor parse(SignedLine line) {
        Map<String, String> values = line.values();
        return new Anchor(
                Long.parseLong(Seal.value(values, NUMBER)),
                Seal.value(values, "at"),
                Long.parseLong(Seal.value(values, "seal")),
                Seal.value(values, "hash"),
                Seal.value(values, "previous"),
                Seal.value(values, "key"));
    }
}
