package org.consilium.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Versions share the attributes that both can read, and keep the others apart. */
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
    void doesNotSeeThoseOfAServerWithoutVersions() {
        assertThat(OF_VIEWS)
                .allSatisfy(name -> assertThat(here.name("." + name)).isNull());
        assertThat(OF_BEANS)
                .allSatisfy(name -> assertThat(here.name("." + name)).isNull());
    }
}
