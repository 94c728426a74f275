package org.consilium.server.session.store;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The field of a session's hash that holds an attribute. Most attributes can be read by any node. Some can be read only
 * by nodes with the same views or the same beans, such as the state of a Faces page: their fields carry a version.
 * While a new version is rolled out, each version keeps its own state and does not see the other's.
 */
public final class AttributeFields {
    private static final String SHARED = ".";
    /** Not {@link #SHARED}, so that servers from before versions skip it. */
    private static final String VERSIONED = "@";

    private static final List<String> OF_VIEWS = List.of("com.sun.faces.", "org.omnifaces.");
    /** Weld names a bean by its place among all beans of the application. */
    private static final List<String> OF_BEANS = List.of("WELD_", "org.jboss.weld.");

    private final List<Owner> owners;

    /** Prefixes of the names of the attributes that hold states of the application's views. */
    private final List<String> states;

    /**
     * Takes the versions of the application's views and beans.
     *
     * @param viewPrefixes prefixes of further attributes that belong to the views, separated by whitespace
     */
    public AttributeFields(String views, String beans, @Nullable String viewPrefixes) {
        states = viewPrefixes == null || viewPrefixes.isBlank()
                ? List.of()
                : List.of(viewPrefixes.strip().split("\\s+"));
        owners = List.of(
                new Owner(
                        VERSIONED + views + SHARED,
                        Stream.concat(OF_VIEWS.stream(), states.stream()).toList()),
                new Owner(VERSIONED + beans + SHARED, OF_BEANS));
    }

    /** Whether a field of the hash holds an attribute, of any version. */
    static boolean isAttribute(String field) {
        return field.startsWith(SHARED) || field.startsWith(VERSIONED);
    }

    public String field(String name) {
        for (Owner owner : owners) {
            if (owner.has(name)) {
                return owner.fieldPrefix() + name;
            }
        }
        return SHARED + name;
    }

    /** The name of the attribute in the field; null if it belongs to another version. */
    @Nullable
    String name(String field) {
        String name = field.substring(field.indexOf(SHARED) + SHARED.length());
        return field.equals(field(name)) ? name : null;
    }

    /** Whether nodes of any version share the attribute. */
    public boolean isShared(String name) {
        return owners.stream().noneMatch(owner -> owner.has(name));
    }

    /** Whether the attribute holds the state of a view, which only a form of that view reads. */
    public boolean isState(String name) {
        return states.stream().anyMatch(name::startsWith);
    }

    /** @param names prefixes of the names of its attributes */
    private record Owner(String fieldPrefix, List<String> names) {
        boolean has(String name) {
            return names.stream().anyMatch(name::startsWith);
        }
    }
}
