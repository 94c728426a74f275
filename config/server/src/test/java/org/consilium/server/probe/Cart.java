package org.consilium.server.probe;

import java.io.Serial;
import java.io.Serializable;

/** Something that is changed in place, from the library folder of the EAR. */
public class Cart implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private int size;

    /** One more. */
    public int add() {
        return ++size;
    }

    public int size() {
        return size;
    }
}
