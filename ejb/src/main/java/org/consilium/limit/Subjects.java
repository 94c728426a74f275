package org.consilium.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Whom a limit counts: what can be written or chosen in many ways, and is one and the same, counts as one. */
final class Subjects {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private Subjects() {}

    /** The database finds an account without regard to case and accents; so no spelling gets guesses of its own. */
    static String email(String email) {
        return Normalizer.normalize(email, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The address of IPv4; of IPv6 the first 64 bits, within which every household chooses addresses as it likes (RFC
     * 4291, section 2.5.1).
     */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address); // a literal: no name is looked up
            byte[] bytes = parsed.getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }
}
