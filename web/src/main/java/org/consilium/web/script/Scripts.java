package org.consilium.web.script;

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
import java.util.Set;

/**
 * The addresses of the site's ES modules. The version is a folder of the address, so that relative imports stay within
 * one version; with Faces' own addresses, which end in a query, they would lose it.
 */
@Named("scripts")
@ApplicationScoped
public class Scripts {

    /** With the prefix of Faces resources: filters and the server treat these addresses alike, without a session. */
    static final String ADDRESS = "/jakarta.faces.resource/scripts/";

    private static final String FOLDER = "/WEB-INF/scripts/";

    @Inject
    private ServletContext context;

    private ModuleSet modules = new ModuleSet(Map.of());

    /** Reads all modules once: they are few and small. */
    @PostConstruct
    void load() {
        Map<String, byte[]> found = new HashMap<>();
        collect(FOLDER, found);
        modules = new ModuleSet(found);
    }

    ModuleSet modules() {
        return modules;
    }

    /** The element that adds a module to a page, such as "live/live.js". */
    public String module(String path) {
        if (!modules.has(path)) {
            throw new IllegalArgumentException("No script " + path);
        }
        return "<script type=\"module\" src=\"" + context.getContextPath() + ADDRESS + modules.version() + '/' + path
                + "\"></script>";
    }

    private void collect(String folder, Map<String, byte[]> found) {
        for (String path : Objects.requireNonNullElse(context.getResourcePaths(folder), Set.<String>of())) {
            if (path.endsWith("/")) {
                collect(path, found);
            } else {
                found.put(path.substring(FOLDER.length()), read(path));
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
