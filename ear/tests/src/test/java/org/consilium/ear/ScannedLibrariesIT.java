package org.consilium.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.consilium.local.process.Project;
import org.junit.jupiter.api.Test;

/**
 * The server reads the classes of the application and of OmniFaces for annotations, and no others (see ear/pom.xml).
 */
class ScannedLibrariesIT {

    /** Annotations by which a server finds something to run, as they stand in a class file. */
    private static final Pattern FOUND_BY_ANNOTATION = Pattern.compile("Ljakarta/(ejb/|inject/Named;"
            + "|enterprise/context/|decorator/|interceptor/Interceptor;|persistence/(Entity|Embeddable|Converter);"
            + "|faces/(component/(behavior/)?Faces(Component|Behavior)|convert/FacesConverter|validator/FacesValidator"
            + "|render/Faces(Behavior)?Renderer|event/NamedEvent);|servlet/annotation/Web|websocket/server/ServerEndpoint;"
            + "|ws/rs/(Path|ApplicationPath|ext/Provider);)");

    private static final String OMNIFACES = "web_war/WEB-INF/lib/omnifaces-";

    @Test
    void allLibrariesButOmniFacesAreLeftOut() throws IOException {
        try (ZipFile ear = new ZipFile(Project.here().application().toFile())) {
            for (String library : libraries(ear).keySet()) {
                // the name is the server's: that of the folder to which it would unpack the jar
                String folder = library.replaceAll("[/ ]", "__").replace(".jar", "_jar");
                assertThat(ear.getEntry(folder + "/not-scanned") != null)
                        .as(library)
                        .isEqualTo(!library.startsWith(OMNIFACES));
            }
        }
    }

    @Test
    void noneThatIsLeftOutHasSomethingToFind() throws IOException {
        try (ZipFile ear = new ZipFile(Project.here().application().toFile())) {
            Map<String, byte[]> libraries = libraries(ear);
            assertThat(libraries).hasSizeGreaterThan(20);
            for (Map.Entry<String, byte[]> library : libraries.entrySet()) {
                assertThat(found(library.getValue()).isEmpty())
                        .as(library.getKey() + ": " + found(library.getValue()))
                        .isEqualTo(!library.getKey().startsWith(OMNIFACES));
            }
        }
    }

    /** Files and classes for which a server would have to look into the jar. */
    private static List<String> found(byte[] jar) throws IOException {
        List<String> found = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals("META-INF/beans.xml") || name.equals("META-INF/ejb-jar.xml")) {
                    found.add(name);
                } else if (name.endsWith(".class")) {
                    String content = new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1);
                    if (FOUND_BY_ANNOTATION.matcher(content).find()) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    /** By the names under which the server unpacks them. */
    private static Map<String, byte[]> libraries(ZipFile ear) throws IOException {
        Map<String, byte[]> libraries = new TreeMap<>();
        for (ZipEntry entry : ear.stream().toList()) {
            if (entry.getName().matches("lib/.*\\.jar")) {
                libraries.put(entry.getName(), bytes(ear, entry));
            }
        }
        byte[] war = bytes(ear, ear.getEntry("web.war"));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(war))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches("WEB-INF/lib/.*\\.jar")) {
                    libraries.put("web_war/" + entry.getName(), zip.readAllBytes());
                }
            }
        }
        return libraries;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream stream = zip.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }
}
