package org.consilium.web.site;

import java.util.Optional;
import org.consilium.web.address.Address;
import org.jspecify.annotations.Nullable;

/** The page to continue with after sign-in: always one of ours, whatever the parameter says. */
public final class Continuation {

    private Continuation() {}

    /** The requested address, with its query, if it is one of our pages, else {@code otherwise}. */
    public static String of(@Nullable String requested, Page otherwise) {
        return Optional.ofNullable(requested)
                .map(Address::parse)
                .filter(address -> Page.at(address.path()).isPresent())
                .map(Address::toString)
                .orElse(otherwise.path());
    }
}
