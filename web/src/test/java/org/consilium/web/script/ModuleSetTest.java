package org.consilium.web.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** All modules of a release have one version, which changes with any of them. */
class ModuleSetTest {

    private static final byte[] CODE = "export const a = 1;".getBytes(UTF_8);
    private static final byte[] OTHER = "export const b = 2;".getBytes(UTF_8);

    private final ModuleSet modules = new ModuleSet(Map.of("dom.js", CODE, "live/live.js", OTHER));

    @Test
    void theSameScriptsHaveTheSameVersion() {
        assertThat(new ModuleSet(Map.of("live/live.js", OTHER.clone(), "dom.js", CODE.clone())).version())
                .isEqualTo(modules.version())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void aChangeInOneModuleIsANewVersionOfAll() {
        assertThat(new ModuleSet(Map.of("dom.js", CODE, "live/live.js", CODE)).version())
                .isNotEqualTo(modules.version());
    }

    @Test
    void aNewNameIsANewVersion() {
        assertThat(new ModuleSet(Map.of("dom.js", CODE, "live/page.js", OTHER)).version())
                .isNotEqualTo(modules.version());
    }

    @Test
    void givesAModuleByItsPath() {
        assertThat(modules.module("live/live.js")).hasValue(OTHER);
        assertThat(modules.module("live/other.js")).isEmpty();
    }
}
