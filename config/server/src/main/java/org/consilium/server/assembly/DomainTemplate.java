package org.consilium.server.assembly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Payara's domain.xml with our settings: how the listener behaves, and which services stay off. */
final class DomainTemplate {
    private static final Map<String, String> HTTP = Map.ofEntries(
            Map.entry("server-header", "false"),
            Map.entry("xpowered-by", "false"),
            Map.entry("comet-support-enabled", "false"),
            Map.entry("http2-enabled", "false"),
            Map.entry("trace-enabled", "false"),
            // the entry filter removes the header unless the proxy is trusted
            Map.entry("scheme-mapping", "X-Forwarded-Proto"),
            Map.entry("header-buffer-length-bytes", "16384"),
            Map.entry("max-request-headers", "100"),
            // the longest form without files: two texts of 5,000 characters, each of 9 bytes when it is encoded
            Map.entry("max-form-post-size-bytes", "131072"),
            Map.entry("timeout-seconds", "75"),
            // no pages: a compressed page would reveal a secret next to text that the request chose (BREACH)
            Map.entry("compression", "on"),
            Map.entry("compression-min-size-bytes", "1024"),
            Map.entry("compressable-mime-type", "text/css,text/javascript,application/javascript,image/svg+xml"));

    private static final Map<String, String> LISTENER =
            Map.of("port", "${consilium.server.port}", "address", "${consilium.server.host}");

    private final Path file;

    DomainTemplate(Path file) {
        this.file = file;
    }

    byte[] xml() throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(file.toFile());
            configureListener(document);
            disableServices(document);
            return bytes(document);
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IOException(file + " cannot be adapted", e);
        }
    }

    private static void configureListener(Document document) throws IOException {
        set(find(find(document, "protocol", "name", "http-listener"), "http"), HTTP);
        set(find(document, "network-listener", "name", "http-listener"), LISTENER);
        set(
                find(document, "thread-pool", "name", "http-thread-pool"),
                Map.of("max-thread-pool-size", "${consilium.server.http-threads}", "min-thread-pool-size", "8"));
        set(
                find(document, "transport", "name", "tcp"),
                Map.of("io-strategy", "org.consilium.server.http.EntryStrategy"));
        remove(find(document, "network-listener", "name", "https-listener"));
        remove(find(document, "protocol", "name", "https-listener"));
        set(find(document, "virtual-server", "id", "server"), Map.of("network-listeners", "http-listener"));
    }

    /** Turns off services that the application does not use, and that would listen at paths of their own. */
    private static void disableServices(Document document) throws IOException {
        Element config = find(document, "config", "name", "server-config");
        set(child(config, "microprofile-metrics-configuration"), Map.of("enabled", "false"));
        // although the service is off, its servlet would start in every application of these hosts
        set(child(config, "microprofile-openapi-configuration"), Map.of("enabled", "false", "virtual-servers", "none"));
        set(child(config, "phone-home-runtime-configuration"), Map.of("enabled", "false"));
        set(child(config, "availability-service"), Map.of("availability-enabled", "false"));
    }

    private static Element child(Element parent, String name) {
        NodeList elements = parent.getElementsByTagName(name);
        if (elements.getLength() > 0) {
            return (Element) elements.item(0);
        }
        return (Element) parent.appendChild(parent.getOwnerDocument().createElement(name));
    }

    private static Element find(Element parent, String name) throws IOException {
        NodeList elements = parent.getElementsByTagName(name);
        if (elements.getLength() != 1) {
            throw new IOException("domain.xml has " + elements.getLength() + " elements " + name);
        }
        return (Element) elements.item(0);
    }

    private static Element find(Document document, String name, String key, String value) throws IOException {
        NodeList elements = document.getElementsByTagName(name);
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (element.getAttribute(key).equals(value)) {
                return element;
            }
        }
        throw new IOException("domain.xml has no " + name + " with " + key + " " + value);
    }

    private static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    private static void set(Element element, Map<String, String> attributes) {
        attributes.forEach(element::setAttribute);
    }

    private static byte[] bytes(Document document) throws TransformerException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        factory.newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
        return bytes.toByteArray();
    }
}
