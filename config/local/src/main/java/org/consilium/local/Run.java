package org.consilium.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The run command: starts the back ends and the nodes as children and stays until it is stopped, or until one of them
 * ends by itself; of several nodes, one that ends is started again. Ctrl-C and SIGTERM arrive as this process's end,
 * whose hook stops every child.
 */
public final class Run {
    /** Where a child cannot be kept apart from the terminal, Ctrl-C may end it just before it is noticed here. */
    private static final long SIGNAL_MILLIS = 500;

    private final Progress progress;
    private final Workspace workspace;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private Run(Progress progress, Workspace workspace) {
        this.progress = progress;
        this.workspace = workspace;
    }

    public static void main(String[] arguments) {
        Progress progress = Progress.toTerminal();
        try {
            Options options = Options.of(System.getProperties());
            Run run = new Run(progress, Workspace.open(Project.here().state()));
            Runtime.getRuntime().addShutdownHook(new Thread(run::stop, "stop"));
            run.untilSomethingEnds(options);
        } catch (StartException e) {
            progress.say(e.getMessage());
        }
        // Maven would put twenty lines on a failed build below the one that counts
        System.exit(1);
    }

    private void untilSomethingEnds(Options options) {
        String problem = problem(options);
        if (!isStopping()) {
            workspace.close();
            progress.say(problem);
        }
    }

    private String problem(Options options) {
        try {
            // a child may crash while another one is still being waited for
            CompletableFuture.anyOf(start(options), workspace.crash()).join();
            ChildProcess crashed = workspace.crash().join();
            if (!isStopping()) {
                progress.say(crashed.name() + " has ended unexpectedly: stopping the rest");
            }
            return crashed.obituary();
        } catch (CompletionException e) {
            return e.getCause() instanceof StartException known ? known.getMessage() : String.valueOf(e.getCause());
        }
    }

    private CompletableFuture<Void> start(Options options) {
        LocalStack stack = new LocalStack(options, workspace, progress);
        return CompletableFuture.runAsync(stack::start, work -> {
            Thread thread = new Thread(work, "start");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private boolean isStopping() {
        try {
            return stopping.await(SIGNAL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void stop() {
        stopping.countDown();
        workspace.close(child -> progress.say(child.name() + " stopped"));
    }
}
