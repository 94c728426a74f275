package org.consilium.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Project;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;

/**
 * The run command: starts the back ends and the nodes as child processes and stays until it is stopped or one of them
 * crashes; of several nodes, one that crashes is started again. Ctrl-C and SIGTERM run the shutdown hook, which stops
 * all children.
 */
public final class Run {
    /**
     * Where children cannot be detached from the terminal, Ctrl-C may end one of them just before the shutdown hook
     * runs. So the end of a child counts as a crash only if no stop follows within this time.
     */
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
            run.untilFailure(options);
        } catch (StartException e) {
            progress.say(e.getMessage());
        }
        // not an exception: Maven would print twenty lines about a failed build below the last line
        System.exit(1);
    }

    private void untilFailure(Options options) {
        String failure = awaitFailure(options);
        if (!isStopping()) {
            workspace.close();
            progress.say(failure);
        }
    }

    private String awaitFailure(Options options) {
        try {
            // a child may crash while the start is still waiting for another one
            CompletableFuture.anyOf(start(options), workspace.crash()).join();
            ChildProcess crashed = workspace.crash().join();
            if (!isStopping()) {
                progress.say(crashed.name() + " has ended unexpectedly: stopping the rest");
            }
            return crashed.failure();
        } catch (CompletionException e) {
            return e.getCause() instanceof StartException known ? known.getMessage() : String.valueOf(e.getCause());
        }
    }

    private CompletableFuture<Void> start(Options options) {
        LocalStack stack = new LocalStack(options, workspace, progress);
        return CompletableFuture.runAsync(
                stack::start, Thread.ofPlatform().daemon().name("start")::start);
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
