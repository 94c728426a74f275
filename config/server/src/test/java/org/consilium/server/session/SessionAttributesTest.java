package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.consilium.server.session.store.AttributeFields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An attribute that cannot be read here does not affect the others, and is kept for nodes that can read it. */
class SessionAttributesTest {
    private static final Logger LOG = Logger.getLogger(SessionAttributes.class.getName());

    private static final byte[] LOST = "o of another version".getBytes(StandardCharsets.UTF_8);

    private final AttributeCodec codec = new AttributeCodec(
            new PlainStreams(), SessionAttributesTest.class::getClassLoader, new AllowedClasses(null));
    private final Map<String, Object> values = new ConcurrentHashMap<>();
    private final SessionAttributes attributes =
            new SessionAttributes(values, codec, new AttributeFields("here", "mine", "page."));

    @BeforeEach
    void load() throws IOException {
        attributes.load(Map.of(
                ".n", codec.write(1),
                ".lost", LOST,
                "@here.page.1", codec.write("state"),
                "@there.page.2", LOST,
                ".page.3", LOST));
    }

    @Test
    void showsOthersAsIfItWereNotThere() {
        attributes.resolve("n");
        attributes.resolve("lost");
        attributes.resolve("page.1");
        assertThat(values).containsOnly(Map.entry("n", 1), Map.entry("page.1", "state"));
    }

    @Test
    void namesNoneThatCannotBeRead() {
        attributes.resolveShared();
        assertThat(values).containsOnlyKeys("n", "page.1");
    }

    @Test
    void leavesItInRedis() throws IOException {
        attributes.resolveAll();
        assertThat(attributes.changed(false)).isEmpty();
        assertThat(attributes.removed()).isEmpty();
        values.put("n", 2);
        Map<String, byte[]> changed = attributes.changed(false);
        assertThat(changed).containsOnlyKeys(".n");
        attributes.saved(changed);
        assertThat(attributes.changed(false)).isEmpty();
        assertThat(attributes.removed()).isEmpty();
    }

    @Test
    void takesItAlongToAnotherId() throws IOException {
        attributes.resolveAll();
        Map<String, byte[]> whole = new HashMap<>(attributes.changed(true));
        assertThat(whole).containsOnlyKeys(".n", ".lost", "@here.page.1", "@there.page.2", ".page.3");
        assertThat(whole).containsEntry(".lost", LOST).containsEntry("@there.page.2", LOST);
    }

    @Test
    void writesOverItWhenTheApplicationDoes() throws IOException {
        attributes.resolve("lost");
        values.put("lost", "found");
        Map<String, byte[]> changed = attributes.changed(false);
        assertThat(changed).containsOnlyKeys(".lost");
        attributes.saved(changed);
        assertThat(attributes.changed(true)).containsEntry(".lost", codec.write("found"));
    }

    @Test
    void removesItWhenTheApplicationDoes() throws IOException {
        attributes.resolve("lost");
        assertThat(attributes.has("lost")).isTrue();
        attributes.forget("lost");
        assertThat(attributes.removed()).containsExactly(".lost");
        attributes.saved(attributes.changed(false));
        assertThat(attributes.has("lost")).isFalse();
        assertThat(attributes.changed(true)).doesNotContainKey(".lost");
    }

    /** Nor is it a warning that it cannot be read. */
    @Test
    void readsNoStateOfAViewAtTheEnd() throws IOException {
        List<LogRecord> log = new ArrayList<>();
        Handler handler = new LogList(log);
        attributes.load(Map.of(".n", codec.write(1), "@here.page.1", LOST, "@here.page.2", LOST));
        LOG.addHandler(handler);
        attributes.resolveLast();
        LOG.removeHandler(handler);
        assertThat(values).containsOnly(Map.entry("n", 1));
        assertThat(log).isEmpty();
    }

    /** Collects what is logged. */
    private static final class LogList extends Handler {

        private final List<LogRecord> log;

        LogList(List<LogRecord> log) {
            this.log = log;
        }

        @Override
        public void publish(LogRecord line) {
            log.add(line);
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void removesNothingOfAnotherVersion() {
        values.clear();
        assertThat(attributes.removed()).containsExactlyInAnyOrder(".n", ".lost", "@here.page.1");
    }
}
