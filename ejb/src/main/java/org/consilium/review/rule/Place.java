package org.consilium.review.rule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where, and on which device, an account was used.
 *
 * @param network that of the client's address
 */
public record Place(String network, String device, Instant at) {

    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+");

    private static final int IPV4_BYTES = 4;
    private static final int NETWORK_OF_IPV4 = 3;

    /** Of IPv6, the first 64 bits: the rest is chosen freely (RFC 4291, section 2.5.1). */
    private static final int NETWORK_OF_IPV6 = 8;

    /** The network of an address of IPv4 or IPv6: the first 24 or 64 bits. */
    public static String network(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress(); // a literal: no name is looked up
            int length = bytes.length == IPV4_BYTES ? NETWORK_OF_IPV4 : NETWORK_OF_IPV6;
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
        } catch (UnknownHostException malformed) {
            return address;
        }
    }
}
