package org.consilium.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes connections that do some things in another way than the driver's do. */
final class ConnectionProxy implements InvocationHandler {

    @SuppressWarnings("ReferenceEquality") // a connection is no value
    private static final Replacement EQUALS = (self, opened, arguments) -> self == arguments[0];

    private static final Replacement HASH_CODE = (self, opened, arguments) -> System.identityHashCode(self);
    private static final Map<String, Replacement> IDENTITY = Map.of("equals", EQUALS, "hashCode", HASH_CODE);

    private final Connection opened;
    private final Map<String, Replacement> replaced;

    private ConnectionProxy(Connection opened, Map<String, Replacement> replaced) {
        this.opened = opened;
        this.replaced = replaced;
    }

    /** A connection that equals nothing but itself. {@code replaced} are its methods by their names. */
    static Connection of(Connection opened, Map<String, Replacement> replaced) {
        return (Connection) Proxy.newProxyInstance(
                ConnectionProxy.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ConnectionProxy(opened, replaced));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Replacement other = replaced.getOrDefault(method.getName(), IDENTITY.get(method.getName()));
        if (other != null) {
            return other.call(proxy, opened, arguments);
        }
        try {
            return method.invoke(opened, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    /** What is done instead of calling a method of the opened connection. */
    @FunctionalInterface
    interface Replacement {

        @Nullable
        Object call(Object self, Connection opened, Object[] arguments) throws SQLException;
    }
}
