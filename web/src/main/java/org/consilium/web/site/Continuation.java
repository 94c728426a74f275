package org.consilium.web.site;

import java.util.Optional;
import java.util.function.Predicate;
import org.consilium.access.Role;
import org.consilium.web.address.Address;
import org.jspecify.annotations.Nullable;

/** The page to continue with after sign-in: always one of ours, whatever the parameter says. */
public final class Continuation {

    private Continuation() {}

    /** The requested address, with its query, if it is one of our pages, else {@code otherwise}. */
    public static String of(@Nullable String requested, Page otherwise) {
        return find(requested, page -> true).orElse(otherwise.path());
    }

    /** The same for somebody who has signed in: their start page, if the requested one is not for their role. */
    public static String of(@Nullable String requested, Role role) {
        return find(requested, page -> page.isOpenTo(role))
                .orElse(Page.homeOf(role).path());
    }

    private static Optional<String> find(@Nullable String requested, Predicate<Page> open) {
        return Optional.ofNullable(requested)
                .map(Address::parse)
                .filter(address -> Page.at(address.path()).filter(open).isPresent())
                .map(Address::toString);
    }
}
