package org.consilium.storage;

import java.util.List;

/**
 * Signed requests to send the parts of one object to the store, without repeating what they have in common.
 *
 * @param address scheme, host, port and path of all requests
 * @param query the parameters that all requests share
 * @param ends the other parameters of each request, in the order of the parts
 */
public record SignedParts(String address, String query, List<String> ends) {
    public SignedParts {
        ends = List.copyOf(ends);
    }

    /** Hides the signatures, which would allow anyone to write. */
    @Override
    public String toString() {
        return "SignedParts";
    }
}
