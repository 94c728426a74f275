package org.consilium.dependencies;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A repository of one library on this machine, {@code com.example:library}. */
final class MadeUpRepository implements AutoCloseable {
    private static final String FOLDER = "/maven2/com/example/library/";

    private final HttpServer server;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, LocalDate> dates = new TreeMap<>();
    private final List<String> versions = new ArrayList<>();

    MadeUpRepository() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    Repository repository() {
        return new Repository("http://127.0.0.1:" + server.getAddress().getPort() + "/maven2");
    }

    /** As Maven's central repository has it, with the day. */
    MadeUpRepository release(String version, String day) {
        return pom(version, "", LocalDate.parse(day));
    }

    /** As a mirror has it that does not pass the day on: the jar tells. */
    MadeUpRepository undated(String version, String dayInJar) throws IOException {
        files.put(path(version, "jar"), jar(LocalDate.parse(dayInJar)));
        return pom(version, "", null);
    }

    MadeUpRepository relocated(String version, String day) {
        String relocation = "<distributionManagement><relocation><artifactId>other</artifactId></relocation>"
                + "</distributionManagement>";
        return pom(version, relocation, LocalDate.parse(day));
    }

    /** Named, and not there. */
    MadeUpRepository named(String version) {
        versions.add(version);
        return this;
    }

    private MadeUpRepository pom(String version, String content, @Nullable LocalDate day) {
        files.put(path(version, "pom"), ("<project>" + content + "</project>").getBytes(StandardCharsets.UTF_8));
        if (day != null) {
            dates.put(path(version, "pom"), day);
        }
        return named(version);
    }

    private static String path(String version, String extension) {
        return FOLDER + version + "/library-" + version + "." + extension;
    }

    private static byte[] jar(LocalDate day) throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(jar)) {
            for (LocalDate time : Set.of(LocalDate.of(1980, 2, 2), day)) {
                ZipEntry entry = new ZipEntry(time.toString());
                entry.setTimeLocal(time.atStartOfDay());
                entries.putNextEntry(entry);
            }
        }
        return jar.toByteArray();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] content = path.equals(FOLDER + "maven-metadata.xml") ? metadata() : files.get(path);
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (dates.containsKey(path)) {
                exchange.getResponseHeaders()
                        .set(
                                "Last-Modified",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        dates.get(path).atStartOfDay(ZoneOffset.UTC)));
            }
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private byte[] metadata() {
        String list = String.join("</version><version>", versions);
        return ("<metadata><versioning><versions><version>" + list + "</version></versions></versioning></metadata>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
