package org.consilium.web.asset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files that have one version together, by path: a checksum of all of them. Two releases with the same files have the
 * same version, and browsers keep what they have.
 */
final class AssetSet {

    private static final int VERSION_LENGTH = 16;

    private final NavigableMap<String, byte[]> files;
    private final String version;

    AssetSet(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
        this.version = checksum(this.files);
    }

    String version() {
        return version;
    }

    Set<String> paths() {
        return files.keySet();
    }

    Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    private static String checksum(NavigableMap<String, byte[]> files) {
        MessageDigest digest = sha256();
        files.forEach((path, content) -> {
            digest.update((path + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
