package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.server.api.ContextParameters;
import org.consilium.server.api.RequestHeaders;
import org.junit.jupiter.api.Test;

/** Names that the server expects, in files that cannot use its constants. */
class ServerContractTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Pattern PARAMETER = Pattern.compile("<param-name>(consilium\\.[^<]+)</param-name>");
    private static final Pattern HEADER = Pattern.compile("'(Consilium-[^']+)'");

    @Test
    void webXmlSetsTheParametersThatTheServerReads() throws IOException {
        assertThat(PARAMETER
                        .matcher(Files.readString(WEBAPP.resolve("WEB-INF/web.xml")))
                        .results())
                .map(parameter -> parameter.group(1))
                .containsExactlyInAnyOrder(ContextParameters.SESSION_CLASSES, ContextParameters.SESSION_VIEWS);
    }

    @Test
    void scriptsSendTheHeaderThatTheServerReads() throws IOException {
        assertThat(scripts().stream().flatMap(ServerContractTest::headers))
                .isNotEmpty()
                .containsOnly(RequestHeaders.BACKGROUND, RequestHeaders.USE);
    }

    private static Stream<String> headers(Path script) {
        try {
            return HEADER.matcher(Files.readString(script)).results().map(header -> header.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP.resolve("WEB-INF/scripts"))) {
            return files.filter(file -> file.toString().endsWith(".js")).toList();
        }
    }
}
