package org.consilium.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Handles the signals that end the server. A shutdown hook could neither choose the exit code nor see a second signal.
 * There is no replacement for {@code sun.misc.Signal} of module jdk.unsupported; reflection avoids the compiler's
 * warning about it.
 */
final class Signals {
    private Signals() {}

    /** Runs the action on each SIGTERM and SIGINT, in its own thread. */
    static void onTermination(Runnable action) {
        try {
            for (String name : new String[] {"TERM", "INT"}) {
                handle(name, action);
            }
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException
                | InstantiationException e) {
            throw new IllegalStateException("this Java runtime has no signal handling", e);
        }
    }

    private static void handle(String name, Runnable action)
            throws ClassNotFoundException, NoSuchMethodException, IllegalAccessException, InvocationTargetException,
                    InstantiationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object proxy =
                Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, method, args) -> {
                    if (method.getName().equals("handle")) {
                        action.run();
                    }
                    return null;
                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    }
}
