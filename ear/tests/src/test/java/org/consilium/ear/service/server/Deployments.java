package org.consilium.ear.service.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.consilium.ear.stand.GrantedAccess;
import org.consilium.ear.stand.SentMails;
import org.consilium.ear.stand.StoredPeople;
import org.consilium.local.mail.Letter;
import org.consilium.local.mail.MailFolder;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.Project;
import org.consilium.local.process.StartException;
import org.consilium.testing.passkey.SoftwareAuthenticator;
import org.consilium.testing.photo.SamplePhotos;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it was built, and beside its own modules one WAR with the tests. */
public final class Deployments {

    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String TESTS = "org.consilium.ear.service";
    private static final String BEANS = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.1" bean-discovery-mode="annotated"/>
            """;
    private static final String MODULE = """
            <module><web><web-uri>test.war</web-uri><context-root>/test</context-root></web></module>
            <library-directory>""";

    private Deployments() {}

    public static EnterpriseArchive ear() {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "consilium.ear")
                .importFrom(Project.here().application().toFile())
                .as(EnterpriseArchive.class);
        ear.addAsModule(Testable.archiveToTest(tests()));
        // a module that is not listed there is not deployed
        ear.setApplicationXML(new StringAsset(descriptor(ear).replace("<library-directory>", MODULE)));
        return ear;
    }

    private static WebArchive tests() {
        return ShrinkWrap.create(WebArchive.class, "test.war")
                .addPackage(TESTS)
                .addClasses(GrantedAccess.class, StoredPeople.class, SentMails.class, MailFolder.class, Letter.class)
                .addClasses(PrivateFile.class, StartException.class)
                .addPackage(SamplePhotos.class.getPackage())
                .addPackage(SoftwareAuthenticator.class.getPackage())
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
                .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class));
    }

    private static String descriptor(EnterpriseArchive ear) {
        try (InputStream xml = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
