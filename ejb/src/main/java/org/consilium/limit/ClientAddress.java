package org.consilium.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The IP address that a request comes from. Of IPv6 the first 64 bits count, within which every household chooses its
 * addresses freely (RFC 4291, section 2.5.1).
 */
public record ClientAddress(String ip) implements LimitSubject {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    @Override
    public String countedAs() {
        if (!ip.contains(":")) {
            return ip;
        }
        try {
            InetAddress parsed = InetAddress.getByName(ip); // a literal: no name is looked up
            byte[] bytes = parsed.getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException malformed) {
            return ip;
        }
    }
}
