package org.consilium.trail.export;

import java.io.IOException;

/** Takes the lines of a trail, one after the other. */
@FunctionalInterface
public interface LineSink {

    /**
     * Takes the next line.
     *
     * @param line without its end
     */
    void accept(String line) throws IOException;
}
