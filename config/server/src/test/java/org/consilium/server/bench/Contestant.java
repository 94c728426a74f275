package org.consilium.server.bench;

import java.net.URI;

/**
 * One server that is measured, and what is asked of it.
 *
 * @param name how the table calls it
 * @param process whose CPU time is counted
 * @param address what is fetched
 * @param base the contestant that does the same without Redis; itself if it is that one
 */
record Contestant(String name, ProcessHandle process, URI address, String base) {
    /** Milliseconds of CPU that the process has used so far. */
    long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }
}
