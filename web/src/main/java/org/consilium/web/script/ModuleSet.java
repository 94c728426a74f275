package org.consilium.web.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scripts of one release, by path. They import each other, so they have one version together: a checksum of all of
 * them. Two releases with the same scripts have the same version, and browsers keep what they have.
 */
final class ModuleSet {

    private static final int VERSION_LENGTH = 16;

    private final SortedMap<String, byte[]> modules;
    private final String version;

    ModuleSet(Map<String, byte[]> modules) {
        this.modules = new TreeMap<>(modules);
        this.version = checksum(this.modules);
    }

    String version() {
        return version;
    }

    boolean has(String path) {
        return modules.containsKey(path);
    }

    Optional<byte[]> module(String path) {
        return Optional.ofNullable(modules.get(path)).map(byte[]::clone);
    }

    private static String checksum(SortedMap<String, byte[]> modules) {
        MessageDigest digest = sha256();
        modules.forEach((path, content) -> {
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
