package org.consilium.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Tells computing threads from waiting ones. */
class WorkerThreadsTest {
    private final WorkerThreads threads = new WorkerThreads();

    @Test
    void oneThatComputesCounts() {
        AtomicBoolean stopped = new AtomicBoolean();
        begin(() -> {
            while (!stopped.get()) {
                Thread.onSpinWait();
            }
        });
        try {
            await().until(() -> threads.runnable() == 1);
        } finally {
            stopped.set(true);
        }
        await().until(() -> threads.runnable() == 0);
    }

    @Test
    void oneThatWaitsDoesNot() {
        CountDownLatch end = new CountDownLatch(1);
        Thread waiting = begin(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        await().until(() -> threads.runnable() == 0);
        end.countDown();
    }

    @Test
    void oneThatHasEndedItsRequestDoesNot() {
        var thread = threads.begin();
        assertThat(thread).isNotNull().exists();
        assertThat(threads.runnable()).isEqualTo(1);
        threads.end(thread);
        assertThat(threads.runnable()).isZero();
    }

    private Thread begin(Runnable work) {
        Thread thread = new Thread(() -> {
            var unused = threads.begin();
            work.run();
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
