package org.consilium.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The summary of the deployed modules, which Payara Micro prints for a WAR, but cannot print for an EAR. The Arquillian
 * container reads from it the addresses of the application and of the test runner within.
 */
final class InstanceSummary {
    private static final String TEST_RUNNER = "\"/ArquillianServletRunnerEE9\": \"ArquillianServletRunnerEE9\"";

    private final Path ear;
    private final int port;

    InstanceSummary(Path ear, int port) {
        this.ear = ear;
        this.port = port;
    }

    String text() throws IOException {
        return String.join(
                "\n",
                "{",
                "    \"Instance Configuration\": {",
                "        \"Host\": \"localhost\",",
                "        \"Http Port(s)\": \"" + port + "\",",
                "        \"Https Port(s)\": \"\",",
                "        \"Instance Name\": \"consilium\",",
                "        \"Instance Group\": \"none\",",
                "        \"Deployed\": [" + String.join(",", modules()) + "]",
                "    }",
                "}");
    }

    private List<String> modules() throws IOException {
        List<String> modules = new ArrayList<>();
        try (JarFile jar = new JarFile(ear.toFile())) {
            ZipEntry descriptor = jar.getEntry("META-INF/application.xml");
            if (descriptor != null) {
                NodeList webs = elements(jar, descriptor);
                for (int i = 0; i < webs.getLength(); i++) {
                    modules.add(module(jar, (Element) webs.item(i)));
                }
            }
        }
        return modules;
    }

    private static NodeList elements(JarFile jar, ZipEntry descriptor) throws IOException {
        try (InputStream xml = jar.getInputStream(descriptor)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(xml).getElementsByTagName("web");
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("application.xml cannot be read", e);
        }
    }

    private static String module(JarFile jar, Element web) throws IOException {
        String uri = text(web, "web-uri");
        return "{\"Name\": \"%s\", \"Type\": \"war\", \"Context Root\": \"%s\", \"Mappings\": {%s}}"
                .formatted(uri, text(web, "context-root"), hasTestRunner(jar, uri) ? TEST_RUNNER : "");
    }

    private static String text(Element parent, String name) {
        NodeList elements = parent.getElementsByTagName(name);
        return elements.getLength() == 0
                ? ""
                : elements.item(0).getTextContent().strip();
    }

    private static boolean hasTestRunner(JarFile jar, String war) throws IOException {
        ZipEntry entry = jar.getEntry(war);
        if (entry == null) {
            return false;
        }
        try (ZipInputStream zip = new ZipInputStream(jar.getInputStream(entry))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                if (file.getName().startsWith("WEB-INF/lib/arquillian-")) {
                    return true;
                }
            }
        }
        return false;
    }
}
