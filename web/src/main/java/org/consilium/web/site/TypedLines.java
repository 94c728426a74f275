package org.consilium.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.consilium.platform.IsolatedText;
import org.jspecify.annotations.Nullable;

/** Texts of people in attributes of pages, where {@code con:typed} cannot isolate them. */
@Named("typed")
@ApplicationScoped
public class TypedLines {

    /** The text, isolated from what stands around it; empty if there is none. */
    public String line(@Nullable String text) {
        return text == null ? "" : IsolatedText.of(text);
    }
}
