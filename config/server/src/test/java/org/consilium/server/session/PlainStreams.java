package org.consilium.server.session;

import com.sun.enterprise.container.common.spi.util.GlassFishInputStreamHandler;
import com.sun.enterprise.container.common.spi.util.GlassFishOutputStreamHandler;
import com.sun.enterprise.container.common.spi.util.JavaEEIOUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** Java's own streams in place of the container's, which also handle EJBs. */
final class PlainStreams implements JavaEEIOUtils {
    @Override
    public ObjectInputStream createObjectInputStream(
            InputStream in, boolean resolve, ClassLoader loader, long application) throws IOException {
        return new ObjectInputStream(in);
    }

    @Override
    public ObjectOutputStream createObjectOutputStream(OutputStream out, boolean replace) throws IOException {
        return new ObjectOutputStream(out);
    }

    @Override
    public byte[] serializeObject(Object value, boolean replace) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    @Override
    public Object deserializeObject(byte[] bytes, boolean resolve, ClassLoader loader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object deserializeObject(byte[] bytes, boolean resolve, ClassLoader loader, long application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addGlassFishOutputStreamHandler(GlassFishOutputStreamHandler handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeGlassFishOutputStreamHandler(GlassFishOutputStreamHandler handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addGlassFishInputStreamHandler(GlassFishInputStreamHandler handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeGlassFishInputStreamHandler(GlassFishInputStreamHandler handler) {
        throw new UnsupportedOperationException();
    }
}
