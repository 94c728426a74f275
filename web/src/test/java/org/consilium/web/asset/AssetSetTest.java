package org.consilium.web.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of one set have one version, which changes with any of them. */
class AssetSetTest {

    private static final byte[] CODE = "export const a = 1;".getBytes(UTF_8);
    private static final byte[] OTHER = "export const b = 2;".getBytes(UTF_8);

    private final AssetSet files = new AssetSet(Map.of("dom.js", CODE, "live/live.js", OTHER));

    @Test
    void theSameFilesHaveTheSameVersion() {
        assertThat(new AssetSet(Map.of("live/live.js", OTHER.clone(), "dom.js", CODE.clone())).version())
                .isEqualTo(files.version())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void aChangeInOneFileIsANewVersionOfAll() {
        assertThat(new AssetSet(Map.of("dom.js", CODE, "live/live.js", CODE)).version())
                .isNotEqualTo(files.version());
    }

    @Test
    void aNewNameIsANewVersion() {
        assertThat(new AssetSet(Map.of("dom.js", CODE, "live/page.js", OTHER)).version())
                .isNotEqualTo(files.version());
    }

    @Test
    void givesAFileByItsPath() {
        assertThat(files.file("live/live.js")).hasValue(OTHER);
        assertThat(files.file("live/other.js")).isEmpty();
    }
}
