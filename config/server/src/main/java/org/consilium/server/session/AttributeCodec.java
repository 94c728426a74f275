package org.consilium.server.session;

import com.sun.enterprise.container.common.spi.util.JavaEEIOUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** Converts attributes of a session to bytes and back. Simple values take a short form; all others are serialized. */
final class AttributeCodec {
    private static final byte TEXT = 's';
    private static final byte INTEGER = 'i';
    private static final byte LONG = 'l';
    private static final byte TRUE = 't';
    private static final byte FALSE = 'f';
    private static final byte BYTES = 'b';
    private static final byte OBJECT = 'o';

    private final JavaEEIOUtils streams;
    private final Supplier<ClassLoader> application;
    private final AllowedClasses allowed;

    AttributeCodec(JavaEEIOUtils streams, Supplier<ClassLoader> application, AllowedClasses allowed) {
        this.streams = streams;
        this.application = application;
        this.allowed = allowed;
    }

    /** @throws IOException if an object in it cannot be serialized */
    byte[] write(Object value) throws IOException {
        if (value instanceof String text) {
            return tagged(TEXT, text.getBytes(StandardCharsets.UTF_8));
        }
        if (value instanceof Integer number) {
            return tagged(
                    INTEGER, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        }
        if (value instanceof Long number) {
            return tagged(LONG, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }
        if (value instanceof Boolean flag) {
            return new byte[] {flag ? TRUE : FALSE};
        }
        if (value instanceof byte[] bytes) {
            return tagged(BYTES, bytes);
        }
        return tagged(OBJECT, streams.serializeObject(value, true));
    }

    /**
     * Reads a value.
     *
     * @throws IOException if it cannot be read for any reason: it may come from another version of the application, its
     *     class may be missing, changed or not allowed, or its deserialization may fail
     */
    Object read(byte[] bytes) throws IOException {
        try {
            return value(bytes);
        } catch (IOException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) {
            throw new IOException(e);
        }
    }

    private Object value(byte[] bytes) throws Exception {
        byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length);
        return switch (bytes[0]) {
            case TEXT -> new String(content, StandardCharsets.UTF_8);
            case INTEGER -> ByteBuffer.wrap(content).getInt();
            case LONG -> ByteBuffer.wrap(content).getLong();
            case TRUE -> true;
            case FALSE -> false;
            case BYTES -> content;
            default -> object(content);
        };
    }

    private Object object(byte[] content) throws Exception {
        try (ObjectInputStream stream =
                streams.createObjectInputStream(new ByteArrayInputStream(content), true, application.get(), 0)) {
            stream.setObjectInputFilter(allowed);
            return stream.readObject();
        }
    }

    private static byte[] tagged(byte tag, byte[] content) {
        byte[] bytes = new byte[content.length + 1];
        bytes[0] = tag;
        System.arraycopy(content, 0, bytes, 1, content.length);
        return bytes;
    }
}
