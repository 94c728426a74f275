package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions share what both can read, and keep the rest apart. */
class AttributeFieldsTest {
    private static final List<String> OF_VIEWS = List.of(
            "page.1.x", "com.sun.faces.application.view.activeViewMaps", "org.omnifaces.cdi.viewscope.ViewScope");
    private static final List<String> OF_BEANS = List.of("WELD_S#0", "WELD_S_HASH");
    private static final List<String> SHARED = List.of("n", "jakarta.faces.request.charset", "pages");

    private final AttributeFields here = new AttributeFields("v1", "b1", " page.\n other. ");

    @Test
    void findsItsOwn() {
        for (List<String> names : List.of(OF_VIEWS, OF_BEANS, SHARED)) {
            assertThat(names).allSatisfy(name -> {
                assertThat(AttributeFields.isAttribute(here.field(name))).isTrue();
                assertThat(here.name(here.field(name))).isEqualTo(name);
            });
        }
    }

    @Test
    void sharesWhatEveryVersionCanRead() {
        assertThat(SHARED).allSatisfy(name -> {
            assertThat(here.field(name)).isEqualTo("." + name);
            assertThat(here.isShared(name)).isTrue();
        });
    }

    @Test
    void doesNotSeeThoseOfOtherViewsOrOtherBeans() {
        AttributeFields otherViews = new AttributeFields("v2", "b1", "page.");
        assertThat(OF_VIEWS)
                .allSatisfy(
                        name -> assertThat(otherViews.name(here.field(name))).isNull());
        assertThat(OF_BEANS)
                .allSatisfy(
                        name -> assertThat(otherViews.name(here.field(name))).isEqualTo(name));
        AttributeFields otherBeans = new AttributeFields("v1", "b2", "page.");
        assertThat(OF_BEANS)
                .allSatisfy(
                        name -> assertThat(otherBeans.name(here.field(name))).isNull());
    }

    @Test
    void doesNotSeeThoseOfAServerThatMarkedNone() {
        assertThat(OF_VIEWS)
                .allSatisfy(name -> assertThat(here.name("." + name)).isNull());
        assertThat(OF_BEANS)
                .allSatisfy(name -> assertThat(here.name("." + name)).isNull());
    }

    @Test
    void knowsViewsByWhatTheyAreMadeOf(@TempDir Path application) throws IOException {
        Files.createDirectories(application.resolve("WEB-INF/lib"));
        Files.writeString(application.resolve("a.xhtml"), "a page");
        Files.writeString(application.resolve("WEB-INF/lib/faces-1.jar"), "");
        String before = name(application);
        Files.writeString(application.resolve("WEB-INF/web.xml"), "built at noon");
        Files.writeString(application.resolve("style.css"), "red");
        assertThat(name(application)).isEqualTo(before).hasSize(8);
        Files.writeString(application.resolve("a.xhtml"), "another page");
        assertThat(name(application)).isNotEqualTo(before);
        Files.writeString(application.resolve("a.xhtml"), "a page");
        Files.move(application.resolve("WEB-INF/lib/faces-1.jar"), application.resolve("WEB-INF/lib/faces-2.jar"));
        assertThat(name(application)).isNotEqualTo(before);
    }

    private static String name(Path application) throws IOException {
        return new Fingerprint().views(application).name();
    }
}
