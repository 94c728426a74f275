package org.consilium.storage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Sets the fields of beans, as the container does. */
public final class Beans {

    private Beans() {}

    public static void set(Object bean, String field, Object value) throws ReflectiveOperationException {
        var injected = bean.getClass().getDeclaredField(field);
        injected.setAccessible(true);
        injected.set(bean, value);
    }

    static StorageConnection connection(String endpoint) throws ReflectiveOperationException {
        StorageConnection connection = new StorageConnection();
        set(connection, "endpoint", Optional.of(URI.create(endpoint)));
        set(connection, "region", "us-east-1");
        set(connection, "pathStyle", true);
        return connection;
    }

    static DataKeys dataKeys(Optional<Path> keyFile, Optional<String> kmsKey) throws ReflectiveOperationException {
        KeyFile file = new KeyFile();
        set(file, "file", keyFile.map(Path::toString));
        DataKeys dataKeys = new DataKeys();
        set(dataKeys, "file", file);
        set(dataKeys, "kmsKey", kmsKey);
        set(dataKeys, "connection", connection("http://127.0.0.1:1"));
        dataKeys.open();
        return dataKeys;
    }
}
