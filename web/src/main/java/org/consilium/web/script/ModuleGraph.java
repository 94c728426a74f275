package org.consilium.web.script;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which ES modules import which others, by relative paths. */
final class ModuleGraph {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\b[^;]*?'(\\.[^']+)';");

    private final Map<String, Set<String>> imports;

    ModuleGraph(Map<String, byte[]> modules) {
        imports = modules.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        module -> imports(module.getKey(), new String(module.getValue(), StandardCharsets.UTF_8))));
    }

    private static Set<String> imports(String path, String code) {
        return IMPORT.matcher(code)
                .results()
                .map(found -> URI.create(path).resolve(found.group(1)).getPath())
                .map(other -> other.startsWith("/") ? other.substring(1) : other)
                .collect(Collectors.toSet());
    }

    Set<String> modules() {
        return imports.keySet();
    }

    /** All modules that a module imports, and those that they import. */
    NavigableSet<String> importedBy(String path) {
        NavigableSet<String> found = new TreeSet<>();
        collect(path, found);
        found.remove(path);
        return found;
    }

    private void collect(String path, NavigableSet<String> found) {
        imports.getOrDefault(path, Set.of()).stream().filter(found::add).forEach(other -> collect(other, found));
    }
}
