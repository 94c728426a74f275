package org.consilium.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consilium.server.api.ContextParameters;
import org.consilium.server.probe.BenchServlet;
import org.consilium.server.probe.BrokenSingleton;
import org.consilium.server.probe.CallerServlet;
import org.consilium.server.probe.Cart;
import org.consilium.server.probe.CountServlet;
import org.consilium.server.probe.EchoServlet;
import org.consilium.server.probe.EndListener;
import org.consilium.server.probe.FacesPage;
import org.consilium.server.probe.FormServlet;
import org.consilium.server.probe.ProbeCaller;
import org.consilium.server.probe.ProbeMechanism;
import org.consilium.server.probe.ProbeReadiness;
import org.consilium.server.probe.ProbeSingleton;
import org.consilium.server.probe.SlowServlet;
import org.consilium.server.probe.SlowStart;
import org.consilium.server.probe.Unlisted;
import org.consilium.server.probe.UploadServlet;
import org.consilium.server.probe.ViewCount;
import org.consilium.server.probe.VisitCount;
import org.consilium.server.probe.WorkServlet;

/** Packs the probe classes into EARs: beans in an ejb-jar, servlets in a war at {@code /}. */
public final class ProbeEar {
    private static final String BEANS =
            "<beans xmlns='https://jakarta.ee/xml/ns/jakartaee' version='4.1' bean-discovery-mode='annotated'/>";

    private static final String APPLICATION = """
            <application xmlns='https://jakarta.ee/xml/ns/jakartaee' version='11'>
              <application-name>probe</application-name>
              <module><ejb>probe-beans.jar</ejb></module>
              <module><web><web-uri>probe.war</web-uri><context-root>/</context-root></web></module>
            </application>
            """;

    /** What Weld and Mojarra keep for beans of the session and of a view, which the application has none of. */
    private static final String OF_SCOPES = "com.sun.faces.**;jakarta.faces.**;org.jboss.weld.**;java.util.EventObject;"
            + "java.util.concurrent.**;java.util.Collections$*";

    private static final String WEB_XML = """
            <web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.1'>
              <context-param>
                <param-name>%s</param-name>
                <param-value>org.consilium.server.probe.Cart;org.consilium.server.probe.ProbeCaller;org.consilium.server.probe.ViewCount;org.consilium.server.probe.VisitCount;%s</param-value>
              </context-param>
              <servlet>
                <servlet-name>faces</servlet-name>
                <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
              </servlet>
              <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
              <session-config><session-timeout>30</session-timeout></session-config>
            </web-app>
            """.formatted(ContextParameters.SESSION_CLASSES, OF_SCOPES);

    private static final String PAGE = """
            <!DOCTYPE html>
            <html xmlns='http://www.w3.org/1999/xhtml' xmlns:h='jakarta.faces.html'>
              <h:body>
                <h:form id='form'>
                  <h:outputText value='view=#{viewCount.number} visits=#{viewCount.visits}'/>
                  <h:commandButton id='more' value='More' action='#{viewCount.more()}'/>
                </h:form>
              </h:body>
            </html>
            """;

    private ProbeEar() {}

    static Path working(Path directory) throws IOException {
        return write(directory.resolve("working.ear"), ejbJar(ProbeReadiness.class, ProbeSingleton.class));
    }

    /** With a test runner in the war, as Arquillian adds it. */
    static Path underTest(Path directory) throws IOException {
        return write(
                directory.resolve("under-test.ear"),
                ejbJar(ProbeReadiness.class),
                Map.of("WEB-INF/lib/arquillian-core.jar", zip(Map.of("empty", new byte[0]))));
    }

    /** For tests of sessions: attributes, beans in the scopes of CDI and Faces, and callers. */
    public static Path withSessions(Path directory) throws IOException {
        Map<String, byte[]> war = new LinkedHashMap<>();
        for (Class<?> type : List.of(
                BenchServlet.class,
                CallerServlet.class,
                CountServlet.class,
                EndListener.class,
                FacesPage.class,
                FormServlet.class,
                ProbeMechanism.class,
                SlowStart.class,
                UploadServlet.class,
                ViewCount.class,
                WorkServlet.class)) {
            war.put("WEB-INF/classes/" + name(type), bytes(type));
        }
        war.put("count.xhtml", utf8(PAGE));
        war.put("file.txt", utf8("a file"));
        war.put("WEB-INF/web.xml", utf8(WEB_XML));
        return write(
                directory.resolve("sessions.ear"),
                ejbJar(ProbeReadiness.class, ProbeSingleton.class, VisitCount.class),
                war,
                Map.of("lib/probe-model.jar", ejbJar(Cart.class, Unlisted.class, ProbeCaller.class)));
    }

    static Path broken(Path directory) throws IOException {
        return write(directory.resolve("broken.ear"), ejbJar(ProbeReadiness.class, BrokenSingleton.class));
    }

    private static Path write(Path ear, byte[] ejbJar) throws IOException {
        return write(ear, ejbJar, Map.of());
    }

    private static Path write(Path ear, byte[] ejbJar, Map<String, byte[]> more) throws IOException {
        return write(ear, ejbJar, more, Map.of());
    }

    private static Path write(Path ear, byte[] ejbJar, Map<String, byte[]> more, Map<String, byte[]> libraries)
            throws IOException {
        Map<String, byte[]> war = new LinkedHashMap<>(more);
        war.put("WEB-INF/beans.xml", utf8(BEANS));
        war.put("WEB-INF/classes/" + name(SlowServlet.class), bytes(SlowServlet.class));
        war.put("WEB-INF/classes/" + name(EchoServlet.class), bytes(EchoServlet.class));
        Map<String, byte[]> entries = new LinkedHashMap<>(libraries);
        entries.put("META-INF/application.xml", utf8(APPLICATION));
        entries.put("probe-beans.jar", ejbJar);
        entries.put("probe.war", zip(war));
        return Files.write(ear, zip(entries));
    }

    private static byte[] ejbJar(Class<?>... classes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/beans.xml", utf8(BEANS));
        for (Class<?> type : classes) {
            entries.put(name(type), bytes(type));
        }
        return zip(entries);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entries.forEach((name, content) -> put(zip, name, content));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content, 0, content.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream stream = ProbeEar.class.getResourceAsStream("/" + name(type))) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
