package org.consilium.web.script;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.web.asset.Assets;

/** The elements that add the site's ES modules to a page. */
@Named("scripts")
@ApplicationScoped
public class Scripts {

    @Inject
    private Assets assets;

    private final Map<String, String> elements = new HashMap<>();

    /** Makes all of them once. */
    @PostConstruct
    void load() {
        ModuleGraph graph = new ModuleGraph(assets.scripts());
        graph.modules().forEach(path -> elements.put(path, element(path, graph)));
    }

    /**
     * The element that adds a module to a page, such as "live/live.js", after those that let the browser load all that
     * it imports at once, and not import by import.
     *
     * @throws IllegalArgumentException if there is no such module
     */
    public String module(String path) {
        String element = elements.get(path);
        if (element == null) {
            throw new IllegalArgumentException("No script " + path);
        }
        return element;
    }

    private String element(String path, ModuleGraph graph) {
        String imported = graph.importedBy(path).stream()
                .map(other ->
                        "<link rel=\"modulepreload\" fetchpriority=\"low\" href=\"" + assets.address(other) + "\">")
                .collect(Collectors.joining());
        return imported + "<script type=\"module\" fetchpriority=\"low\" src=\"" + assets.address(path)
                + "\"></script>";
    }
}
