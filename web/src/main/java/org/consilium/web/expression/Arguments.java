package org.consilium.web.expression;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** The arguments of a method that a page calls. */
final class Arguments {

    private Arguments() {}

    /**
     * Whether a method takes these values. A value for a text becomes one, as expressions have it: nothing is the empty
     * text, and a constant is its name.
     */
    static boolean fit(Method method, Object[] values) {
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < values.length; i++) {
            if (types[i] == String.class) {
                values[i] = text(values[i]);
            } else if (!MethodType.methodType(types[i]).wrap().returnType().isInstance(values[i])) {
                return false;
            }
        }
        return true;
    }

    private static Object text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
