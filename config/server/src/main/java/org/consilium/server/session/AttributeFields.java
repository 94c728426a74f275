package org.consilium.server.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.core.StandardContext;
import org.jspecify.annotations.Nullable;

/**
 * In which field of a session's hash an attribute lies. Most attributes any node can read. Those that only nodes with
 * the same views or the same beans understand, such as the state of a Faces page, carry a mark of them in the name of
 * their field: while a new version is rolled out, each version keeps its own, and sees none of the other.
 */
final class AttributeFields {
    /** Beginnings of the names of attributes that belong to the application's views, for web.xml. */
    static final String PARAMETER = "consilium.session.views";

    /** The EAR, if it is known: in it are the beans. */
    static final String APPLICATION = "consilium.server.application";

    private static final String SHARED = ".";
    /** Another beginning than {@link #SHARED}: servers that know of no versions pass over it. */
    private static final String MARKED = "@";

    private static final List<String> OF_VIEWS = List.of("com.sun.faces.", "org.omnifaces.", "primefaces.");
    /** Weld names a bean by its place among all beans of the application. */
    private static final List<String> OF_BEANS = List.of("WELD_", "org.jboss.weld.");

    private final List<Owner> owners;

    /**
     * @param ofApplication the names that the application's views have beside those of Faces: beginnings, with blanks
     */
    AttributeFields(String views, String beans, @Nullable String ofApplication) {
        Stream<String> more = ofApplication == null || ofApplication.isBlank()
                ? Stream.of()
                : Arrays.stream(ofApplication.strip().split("\\s+"));
        owners = List.of(
                new Owner(
                        MARKED + views + SHARED,
                        Stream.concat(OF_VIEWS.stream(), more).toList()),
                new Owner(MARKED + beans + SHARED, OF_BEANS));
    }

    /** For an application that is being started. */
    static AttributeFields of(StandardContext application) throws IOException {
        Fingerprint views = release(new Fingerprint(), "jakarta.faces.component.UIViewRoot")
                .texts(Stream.of(application.findParameters())
                        .filter(name -> name.startsWith("jakarta.faces.") || name.startsWith("com.sun.faces."))
                        .map(name -> name + "=" + application.findParameter(name))
                        .toList())
                .views(Path.of(application.getDocBase()));
        Fingerprint beans = release(new Fingerprint(), "org.jboss.weld.Container");
        String ear = System.getProperty(APPLICATION);
        if (ear != null) {
            beans.archive(Path.of(ear));
        }
        return new AttributeFields(views.name(), beans.name(), application.findParameter(PARAMETER));
    }

    private static Fingerprint release(Fingerprint fingerprint, String type) {
        try {
            return fingerprint.release(Class.forName(type, false, AttributeFields.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the server ships with " + type, e);
        }
    }

    /** Whether a field of the hash holds an attribute, of whichever version. */
    static boolean isAttribute(String field) {
        return field.startsWith(SHARED) || field.startsWith(MARKED);
    }

    String field(String name) {
        for (Owner owner : owners) {
            if (owner.has(name)) {
                return owner.mark() + name;
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

    /** Whether nodes of any version share it. */
    boolean isShared(String name) {
        return owners.stream().noneMatch(owner -> owner.has(name));
    }

    /** @param names beginnings of the names of attributes that are marked so */
    private record Owner(String mark, List<String> names) {
        boolean has(String name) {
            return names.stream().anyMatch(name::startsWith);
        }
    }
}
