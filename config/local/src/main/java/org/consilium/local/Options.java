package org.consilium.local;

import java.util.Properties;
import org.consilium.local.process.Ports;
import org.consilium.local.process.StartException;

/**
 * The options of the run command, given as system properties.
 *
 * @param host the address to listen on ({@code -Dhost=0.0.0.0} for all; default: 127.0.0.1)
 * @param port the application's port ({@code -Dport=}, default: 8080)
 * @param nodes the number of nodes, behind a proxy if more than one ({@code -Dnodes=}, default: 1)
 * @param demo whether a new database is filled with demo data ({@code -Ddemo=false}, default: true)
 * @param encryption how new photos are encrypted ({@code -Dencryption=client-side}, default: none)
 * @param reset whether all data is deleted first ({@code -Dreset}, default: false)
 */
record Options(String host, int port, int nodes, boolean demo, String encryption, boolean reset) {
    static final String NO_ENCRYPTION = "none";
    private static final String DEFAULT_PORT = "8080";
    static final int HIGHEST_PORT = 65_535;

    static Options of(Properties properties) {
        return new Options(
                properties.getProperty("host", Ports.LOOPBACK),
                port(properties.getProperty("port", DEFAULT_PORT)),
                nodes(properties.getProperty("nodes", "1")),
                flag("demo", properties.getProperty("demo", "true")),
                encryption(properties.getProperty("encryption", NO_ENCRYPTION)),
                flag("reset", properties.getProperty("reset", "false")));
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= HIGHEST_PORT) {
            return Integer.parseInt(text);
        }
        throw new StartException("-Dport=" + text + " is not a port: use a number from 1 to " + HIGHEST_PORT);
    }

    private static int nodes(String text) {
        if (text.matches("[1-9]")) {
            return Integer.parseInt(text);
        }
        throw new StartException("-Dnodes=" + text + ": use a number from 1 to 9");
    }

    /** Of the application's modes, those that need nothing of the image store, as s3proxy cannot encrypt. */
    private static String encryption(String text) {
        if (text.equals(NO_ENCRYPTION) || text.equals("client-side")) {
            return text;
        }
        throw new StartException("-Dencryption=" + text + ": use none or client-side");
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new StartException("-D" + name + "=" + text + ": use true or false");
        };
    }
}
