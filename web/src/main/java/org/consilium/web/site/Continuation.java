package org.consilium.web.site;

import org.jspecify.annotations.Nullable;

/** Where to go on afterwards: only ever a page of ours, whatever the address says. */
public final class Continuation {

    private Continuation() {}

    /** The wish when it is one of our pages, else {@code otherwise}. */
    public static String of(@Nullable String wish, Page otherwise) {
        return wish != null && Page.at(wish).isPresent() ? wish : otherwise.path();
    }
}
