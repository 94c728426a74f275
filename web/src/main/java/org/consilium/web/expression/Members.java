package org.consilium.web.expression;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The public getters and methods of classes that pages use, each found once. */
class Members {

    private record Key(String name, int parameters) {}

    private final ClassValue<Map<Key, Optional<Method>>> methods = new ClassValue<>() {
        @Override
        protected Map<Key, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final ClassValue<Map<String, Optional<Method>>> getters = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    /** The method that reads a property of a bean; empty if the class is read in another way, such as a map. */
    Optional<Method> getter(Class<?> type, String property) {
        return getters.get(type).computeIfAbsent(property, name -> isBean(type) ? read(type, name) : Optional.empty());
    }

    /** The method of a name and a number of parameters; empty unless there is exactly one. */
    Optional<Method> method(Class<?> type, String name, int parameters) {
        return methods.get(type).computeIfAbsent(new Key(name, parameters), key -> only(type, key));
    }

    private static boolean isBean(Class<?> type) {
        return type.getName().startsWith("org.consilium.") && !Map.class.isAssignableFrom(type);
    }

    private static Optional<Method> read(Class<?> type, String property) {
        String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        return only(type, new Key("get" + capital, 0)).or(() -> only(type, new Key("is" + capital, 0)));
    }

    private static Optional<Method> only(Class<?> type, Key key) {
        List<Method> found = new ArrayList<>();
        if (Modifier.isPublic(type.getModifiers())) {
            Arrays.stream(type.getMethods())
                    .filter(method -> method.getName().equals(key.name())
                            && method.getParameterCount() == key.parameters()
                            && !method.isBridge()
                            && !method.isVarArgs())
                    .forEach(found::add);
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
