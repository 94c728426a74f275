package org.consilium.trail.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of lines, each of which is ASCII. */
public final class Sha256 {
    /** The hash of nothing before the first: 64 zeros. */
    public static final String NONE = "0".repeat(64);

    private Sha256() {}

    /** A new digest. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** 32 bytes. */
    public static byte[] of(String line) {
        return begin().digest(bytes(line));
    }

    /** 64 lowercase hexadecimal digits. */
    public static String hex(String line) {
        return HexFormat.of().formatHex(of(line));
    }

    /** One byte for each character, as lines are read from a file. */
    public static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }
}
