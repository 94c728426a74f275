package org.consilium.web.asset;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of the files that browsers keep for a year. Each contains a checksum of the content, so that a release
 * makes browsers load again only what it changes. The checksum is a folder: relative imports of scripts stay within it.
 */
@Named("assets")
@ApplicationScoped
public class Assets {

    /** With the prefix of Faces resources: filters and the server treat these addresses alike, without a session. */
    public static final String ADDRESS = "/jakarta.faces.resource/";

    private static final String SCRIPTS = "scripts";
    private static final String FILES = "assets";

    @Inject
    private ServletContext context;

    /** By folder and version, as in the address: {@code scripts/0123456789abcdef}. */
    private final Map<String, AssetSet> sets = new HashMap<>();

    /** By path: of a script {@code live/live.js}, of another file {@code consilium.css}. */
    private final Map<String, String> addresses = new HashMap<>();

    /** Reads all files once: they are few and small. Scripts import each other, so they have one version together. */
    @PostConstruct
    void load() {
        add(SCRIPTS, new AssetSet(collect(SCRIPTS)));
        collect(FILES).forEach((path, content) -> add(FILES, new AssetSet(Map.of(path, content))));
    }

    private void add(String folder, AssetSet set) {
        String place = folder + '/' + set.version();
        sets.put(place, set);
        set.paths().forEach(path -> addresses.put(path, context.getContextPath() + ADDRESS + place + '/' + path));
    }

    /**
     * The address of a file.
     *
     * @throws IllegalArgumentException if there is none at this path
     */
    public String address(String path) {
        String address = addresses.get(path);
        if (address == null) {
            throw new IllegalArgumentException("No file " + path);
        }
        return address;
    }

    /** The files of a version, unless it is of another release. */
    Optional<AssetSet> set(String folder, String version) {
        return Optional.ofNullable(sets.get(folder + '/' + version));
    }

    /** The scripts of this release, by path. */
    public Map<String, byte[]> scripts() {
        return collect(SCRIPTS);
    }

    private Map<String, byte[]> collect(String folder) {
        Map<String, byte[]> found = new HashMap<>();
        String root = "/WEB-INF/" + folder + '/';
        collect(root, root.length(), found);
        return found;
    }

    private void collect(String folder, int root, Map<String, byte[]> found) {
        for (String path : Objects.requireNonNullElse(context.getResourcePaths(folder), Set.<String>of())) {
            if (path.endsWith("/")) {
                collect(path, root, found);
            } else {
                found.put(path.substring(root), read(path));
            }
        }
    }

    private byte[] read(String path) {
        try (InputStream content = context.getResourceAsStream(path)) {
            return content.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + path, failure);
        }
    }
}
