package org.consilium.local;

import java.util.Properties;

/**
 * What a person may choose on the command line.
 *
 * @param host the address that the application listens on ({@code -Dhost=0.0.0.0} for all; 127.0.0.1)
 * @param port where the application answers ({@code -Dport=}, 8080)
 * @param nodes how many nodes share the work, behind a proxy if more than one ({@code -Dnodes=}, 1)
 * @param demo whether a new database is filled with invented people and consultations ({@code -Ddemo=false})
 * @param encryption how photos lie in the image store ({@code -Dencryption=client-side}, none)
 * @param reset whether all state is deleted first ({@code -Dreset})
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
        throw new StartException("-Dport=" + text + " is not a port: give a number from 1 to " + HIGHEST_PORT);
    }

    private static int nodes(String text) {
        if (text.matches("[1-9]")) {
            return Integer.parseInt(text);
        }
        throw new StartException("-Dnodes=" + text + ": give a number from 1 to 9");
    }

    /** The image store on this machine can encrypt nothing by itself. */
    private static String encryption(String text) {
        if (text.equals(NO_ENCRYPTION) || text.equals("client-side")) {
            return text;
        }
        throw new StartException("-Dencryption=" + text + ": say none or client-side");
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new StartException("-D" + name + "=" + text + ": say true or false");
        };
    }
}
