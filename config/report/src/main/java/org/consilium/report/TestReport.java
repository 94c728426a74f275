package org.consilium.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What Surefire or Failsafe has written of one class.
 *
 * @param seconds with what the class does before and after its tests
 */
record TestReport(String name, int tests, double seconds) {

    /** Reads the attributes of the file's root; the rest, the output of the tests, may be long. */
    static TestReport read(Path file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader suite = factory.createXMLStreamReader(in);
            suite.nextTag();
            return new TestReport(
                    suite.getAttributeValue(null, "name"),
                    Integer.parseInt(suite.getAttributeValue(null, "tests")),
                    Double.parseDouble(suite.getAttributeValue(null, "time").replace(",", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(file + " is no report of tests", e);
        }
    }

    /** Both runs of a class that was run twice. */
    TestReport plus(TestReport other) {
        return new TestReport(name, tests + other.tests, seconds + other.seconds);
    }
}
