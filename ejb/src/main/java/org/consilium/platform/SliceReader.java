package org.consilium.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Reads what is exported slice by slice while it is sent, each slice in a short transaction of its own. */
@ApplicationScoped
public class SliceReader {

    @Transactional
    <T> Slice<T> read(SliceRows.Slices<T> slices, @Nullable String after) {
        return slices.after(after);
    }
}
