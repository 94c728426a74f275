package org.consilium.server.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.catalina.core.StandardContext;
import org.consilium.server.api.ContextParameters;
import org.consilium.server.session.store.AttributeFields;

/** Tells the version of an application's views and beans, so that nodes share only the state that both understand. */
final class ApplicationVersion {
    /** The system property that names the EAR, which holds the beans. */
    private static final String EAR = "consilium.server.application";

    private ApplicationVersion() {}

    /** The fields for the attributes of an application that is starting. */
    static AttributeFields fields(StandardContext application) throws IOException {
        return new AttributeFields(
                views(application), beans(), application.findParameter(ContextParameters.SESSION_VIEWS));
    }

    private static String views(StandardContext application) throws IOException {
        return library("jakarta.faces.component.UIViewRoot")
                .texts(Stream.of(application.findParameters())
                        .filter(name -> name.startsWith("jakarta.faces.") || name.startsWith("com.sun.faces."))
                        .map(name -> name + "=" + application.findParameter(name))
                        .toList())
                .views(Path.of(application.getDocBase()))
                .name();
    }

    private static String beans() throws IOException {
        Fingerprint beans = library("org.jboss.weld.Container");
        String ear = System.getProperty(EAR);
        if (ear != null) {
            beans.archive(Path.of(ear));
        }
        return beans.name();
    }

    private static Fingerprint library(String type) {
        try {
            return new Fingerprint().release(Class.forName(type, false, ApplicationVersion.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the server ships with " + type, e);
        }
    }
}
