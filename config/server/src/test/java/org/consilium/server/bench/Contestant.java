package org.consilium.server.bench;

import java.net.URI;

/**
 * One server that is measured, and what is asked of it.
 *
 * @param name how the table calls it
 * @param process whose CPU time is counted
 * @param address what is fetched
 * @param base the name of the contestant that does the same without Redis; its own if it is that one
 * @param scriptsOnly whether it sends scripts to Redis, and what these do there is not to be counted
 */
public record Contestant(String name, ProcessHandle process, URI address, String base, boolean scriptsOnly) {
    /** One that is measured for itself. */
    public static Contestant base(String name, ProcessHandle process, URI address) {
        return new Contestant(name, process, address, name, false);
    }

    /** Milliseconds of CPU that the process has used so far. */
    long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }
}
