package org.consilium.web.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page names all that its scripts import, so that the browser loads it at once. */
class ModuleGraphTest {

    private static final Path SCRIPTS = Path.of("src/main/webapp/WEB-INF/scripts");
    private static final Pattern IMPORT = Pattern.compile("from '|import\\(");

    private final ModuleGraph graph = new ModuleGraph(Map.of(
            "page.js", code("import { a,\n  b } from './form/a.js';\nimport './dom.js';"),
            "form/a.js", code("import { text } from '../texts.js';\nimport { c } from './c.js';"),
            "form/c.js", code("import { d } from './a.js';"),
            "texts.js", code("export const from = '../other.js';"),
            "dom.js", code("")));

    private static byte[] code(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void knowsWhatIsImportedByImports() {
        assertThat(graph.importedBy("page.js")).containsExactly("dom.js", "form/a.js", "form/c.js", "texts.js");
        assertThat(graph.importedBy("form/c.js")).containsExactly("form/a.js", "texts.js");
        assertThat(graph.importedBy("dom.js")).isEmpty();
    }

    /** Otherwise a change of the scripts' style would let the browser load them import by import again. */
    @Test
    void understandsEveryImportOfTheScripts() throws IOException {
        Map<String, byte[]> modules = new HashMap<>();
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                modules.put(SCRIPTS.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        ModuleGraph all = new ModuleGraph(modules);
        List<String> importing = modules.entrySet().stream()
                .filter(module ->
                        IMPORT.matcher(new String(module.getValue(), UTF_8)).find())
                .map(Map.Entry::getKey)
                .toList();
        assertThat(importing)
                .hasSizeGreaterThan(3)
                .allSatisfy(module ->
                        assertThat(all.importedBy(module)).isNotEmpty().isSubsetOf(modules.keySet()));
    }
}
