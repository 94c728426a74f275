package org.consilium.web.image;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The REST resource of the photos field. Its classes are listed, so that nodes do not scan for them when they start;
 * the server's additions are switched off.
 */
@ApplicationPath(PhotoUploadApplication.PATH)
public class PhotoUploadApplication extends Application {

    static final String PATH = "photos";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PhotoUploadResource.class, PhotoUploadGuard.class, PhotoUploadFailures.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // a public description of the resource
                "jersey.config.server.wadl.disableWadl", true,
                // the services validate their parameters
                "jersey.config.beanValidation.disable.server", true,
                // parameters of the address as those of a form, with a warning for each
                "jersey.config.servlet.form.queryParams.disabled", true,
                // multipart, and a second JSON provider
                "jersey.config.server.disableAutoDiscovery", true);
    }
}
