package org.consilium.dependencies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An element of a bill of materials, of a POM or of a repository's metadata; nothing outside it is read. */
record Xml(Element element) {

    static Xml parse(byte[] content) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Xml(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(content))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The children of the elements to which the names lead, one below the other. */
    Stream<Xml> at(String... path) {
        Stream<Xml> found = Stream.of(this);
        for (String name : path) {
            found = found.flatMap(parent -> parent.children(name).stream());
        }
        return found;
    }

    Optional<String> text(String... path) {
        return at(path).map(Xml::text).findFirst();
    }

    String text() {
        return element.getTextContent().strip();
    }

    private List<Xml> children(String name) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.getTagName().equals(name))
                .map(Xml::new)
                .toList();
    }
}
