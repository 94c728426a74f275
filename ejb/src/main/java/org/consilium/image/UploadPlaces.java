package org.consilium.image;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds how many photos a node holds in its memory at once: the others wait a little, and are then sent away. */
@ApplicationScoped
public class UploadPlaces {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    @ConfigProperty(name = "consilium.image.concurrent")
    private int places;

    private Semaphore free = new Semaphore(0, true);

    @PostConstruct
    void open() {
        free = new Semaphore(places, true);
    }

    /**
     * Does one upload while holding a place.
     *
     * @throws ImagesUnavailableException when none becomes free in time
     */
    <T> T hold(Supplier<T> upload) {
        take();
        try {
            return upload.get();
        } finally {
            free.release();
        }
    }

    private void take() {
        try {
            if (free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new ImagesUnavailableException("this node has as many uploads as it can hold");
    }
}
