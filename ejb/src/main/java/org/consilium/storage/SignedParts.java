package org.consilium.storage;

import java.util.List;

/**
 * Permission to send the parts of one object to the store, in few words.
 *
 * @param address where they go: scheme, host, port and path
 * @param query the parameters that all requests share
 * @param ends for each part, in their order, the parameters of its own
 */
public record SignedParts(String address, String query, List<String> ends) {
    public SignedParts {
        ends = List.copyOf(ends);
    }

    /** It lets whoever has it write. */
    @Override
    public String toString() {
        return "SignedParts";
    }
}
