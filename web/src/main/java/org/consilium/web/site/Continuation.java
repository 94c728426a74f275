package org.consilium.web.site;

import org.jspecify.annotations.Nullable;

/** The page to continue with after sign-in: always one of ours, whatever the parameter says. */
public final class Continuation {

    private Continuation() {}

    /** The requested path if it is one of our pages, else {@code otherwise}. */
    public static String of(@Nullable String requested, Page otherwise) {
        return requested != null && Page.at(requested).isPresent() ? requested : otherwise.path();
    }
}
