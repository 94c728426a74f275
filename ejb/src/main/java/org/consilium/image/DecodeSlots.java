package org.consilium.image;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits how many photos a node holds in memory at once. Others wait for a short time, and are then refused. */
@ApplicationScoped
public class DecodeSlots {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Inject
    @ConfigProperty(name = "consilium.image.concurrent")
    private int slots;

    private Semaphore free = new Semaphore(0, true);

    @PostConstruct
    void open() {
        free = new Semaphore(slots, true);
    }

    /**
     * Runs a task while holding a slot.
     *
     * @throws ImagesUnavailableException if no slot becomes free in time
     */
    public <T> T hold(Supplier<T> task) {
        take();
        try {
            return task.get();
        } finally {
            free.release();
        }
    }

    private void take() {
        try {
            if (free.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new ImagesUnavailableException("no slot for a photo is free");
    }
}
