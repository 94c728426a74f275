package org.consilium.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The signals that end the server. By reflection, because the compiler warns of {@code sun.misc.Signal}, which the
 * module jdk.unsupported exports for lack of a replacement: a shutdown hook could neither choose the exit code nor see
 * a second signal.
 */
final class Signals {
    private Signals() {}

    /** Runs the action at each SIGTERM and SIGINT, in a thread of its own. */
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
