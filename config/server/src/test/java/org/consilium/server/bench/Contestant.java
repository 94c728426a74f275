package org.consilium.server.bench;

import java.net.URI;

/**
 * A server that is measured, and the request that it gets.
 *
 * @param name its name in the table
 * @param process the process whose CPU time is counted
 * @param address the address to fetch
 * @param base the name of the contestant that does the same without Redis; may be its own
 * @param scriptsOnly whether it sends only scripts to Redis, whose inner commands are not counted
 */
public record Contestant(String name, ProcessHandle process, URI address, String base, boolean scriptsOnly) {
    /** A contestant without a base. */
    public static Contestant base(String name, ProcessHandle process, URI address) {
        return new Contestant(name, process, address, name, false);
    }

    /** Milliseconds of CPU that the process has used so far. */
    long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }
}
