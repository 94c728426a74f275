package org.consilium.ear.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Unmanaged;
import java.lang.reflect.Method;
import org.consilium.image.upload.ImageSweep;

/** Sweeps now, as the timer does every ten minutes. */
@ApplicationScoped
public class Sweeper {

    void sweep() {
        var instance = new Unmanaged<>(ImageSweep.class).newInstance();
        ImageSweep sweep = instance.produce().inject().postConstruct().get();
        try {
            // the method that the container's timer calls: nobody else can, and so it is not public
            Method method = ImageSweep.class.getDeclaredMethod("sweep");
            method.setAccessible(true);
            method.invoke(sweep);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            instance.preDestroy().dispose();
        }
    }
}
