package org.consilium.ear.stand;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Collections;

/** The photos that were chosen for a message, as the field "Photos" shows them. */
public final class Previews {

    private final Visit visit;
    private final Locator list;

    public Previews(Visit visit) {
        this.visit = visit;
        this.list = visit.page().getByLabel("Chosen photos");
    }

    public Locator items() {
        return list.locator("> li");
    }

    public Locator of(String file) {
        return items().filter(new Locator.FilterOptions().setHasText(file));
    }

    /** What the field says of all photos. */
    public Locator status() {
        return visit.page().locator("[data-photo-status]");
    }

    /** However long the checks of so many photos take. */
    public void awaitReady(int count) {
        assertThat(items()).hasCount(count);
        String[] ready = Collections.nCopies(count, "Ready to send").toArray(String[]::new);
        assertThat(items().locator(".state")).hasText(ready, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }

    /** Notices from now on whether a progress bar comes up, however short its life. */
    public void watch() {
        list.evaluate("""
                list => new MutationObserver(() => {
                  if (list.querySelector('progress')) { list.dataset.sawProgress = 'true'; }
                }).observe(list, { childList: true, subtree: true })""");
    }

    public boolean sawProgress() {
        return "true".equals(list.getAttribute("data-saw-progress"));
    }
}
