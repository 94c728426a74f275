package org.consilium.server.probe;

import java.io.Serial;
import java.io.Serializable;

/** An attribute that is changed in place. Its class is in the library folder of the EAR. */
public class Cart implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private int size;

    /** Adds one. */
    public int add() {
        return ++size;
    }

    public int size() {
        return size;
    }
}
