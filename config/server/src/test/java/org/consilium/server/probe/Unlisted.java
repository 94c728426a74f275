package org.consilium.server.probe;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;

/** A class that is not allowed in sessions. It reports if one of its objects is deserialized. */
public class Unlisted implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Serial
    private void readObject(ObjectInputStream stream) throws IOException, ClassNotFoundException {
        stream.defaultReadObject();
        System.out.println("an unlisted object came into being");
    }
}
