package org.consilium.ear.stand;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/**
 * Looks at the photos in the thread of a consultation as a person does: they are there when the browser has drawn them.
 */
public final class ThreadPhotos {

    private ThreadPhotos() {}

    /** Scrolls to each photo of the thread and waits until it is drawn. */
    public static void photos(Visit visit, int count) {
        Locator photos = visit.content().locator(".images img");
        assertThat(photos).hasCount(count);
        photos.all().forEach(photo -> {
            photo.scrollIntoViewIfNeeded();
            awaitShown(photo);
        });
    }

    public static void awaitShown(Locator image) {
        image.page().waitForCondition(() -> isDrawn(image));
    }

    private static boolean isDrawn(Locator image) {
        return Boolean.TRUE.equals(image.evaluate("image => image.complete && image.naturalWidth > 1"));
    }

    /** A photo of a camera that was held upright is higher than wide in what the browser has drawn. */
    public static void assertUpright(Visit visit, int place) {
        Object upright = visit.content()
                .locator(".images img")
                .nth(place)
                .evaluate("image => image.naturalHeight > image.naturalWidth");
        assertThat(upright).as("the photo is drawn upright").isEqualTo(true);
    }
}
