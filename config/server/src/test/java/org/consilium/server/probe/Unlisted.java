package org.consilium.server.probe;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;

/** Of a class that no session may hold; it says so if an object of it comes into being while it is read. */
public class Unlisted implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Serial
    private void readObject(ObjectInputStream stream) throws IOException, ClassNotFoundException {
        stream.defaultReadObject();
        System.out.println("an unlisted object came into being");
    }
}
