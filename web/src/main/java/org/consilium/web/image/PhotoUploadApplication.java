package org.consilium.web.image;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The REST resource of the photos field. Its classes are listed, so that no node scans for them at its start; what the
 * server would add of its own accord is switched off.
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
                // a description of the resource, for anybody to read
                "jersey.config.server.wadl.disableWadl", true,
                // the services check what they take
                "jersey.config.beanValidation.disable.server", true,
                // forms with files, a second reader of JSON
                "jersey.config.server.disableAutoDiscovery", true);
    }
}
