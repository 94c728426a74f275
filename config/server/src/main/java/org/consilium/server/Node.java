package org.consilium.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Payara Micro inside this process. It boots without an application and deploys the EAR afterwards: if the EAR is among
 * its own arguments, it fails, as its summary cannot handle EARs.
 */
final class Node {
    private final PayaraMicroBoot payara = PayaraMicro.getInstance();
    private volatile @Nullable AdminCommandRunner commands;

    /** Starts Payara with the configuration in {@code root}. */
    void boot(Path root) throws BootstrapException {
        payara.setRootDir(root.toFile())
                .setNoHazelcast(true)
                .setPostBootHandler(runner -> commands = runner)
                .bootStrap();
        restoreJarUrls();
    }

    /**
     * Removes the handler of {@code jar:} URLs that Payara Micro registers at the boot. It can read jars within jars,
     * which this distribution does not have, and is slower than the JDK's.
     */
    private static void restoreJarUrls() {
        System.clearProperty("java.protocol.handler.pkgs");
        // setting no factory clears the cache of handlers
        URL.setURLStreamHandlerFactory(null);
    }

    /**
     * Deploys the application under the context roots of its own application.xml.
     *
     * @throws DeploymentFailed with the cause that Payara reports
     */
    void deploy(Path ear) throws DeploymentFailed {
        run("deploy", "--availabilityenabled=false", ear.toString());
    }

    /** Stops the application, so that its beans can clean up, and then the server. */
    void shutdown() throws BootstrapException {
        payara.shutdown();
    }

    private void run(String command, String... arguments) throws DeploymentFailed {
        AdminCommandRunner runner = commands;
        if (runner == null) {
            throw new IllegalStateException("not booted");
        }
        ClusterCommandResult result = runner.run(command, arguments);
        if (result.getExitStatus() == ExitStatus.FAILURE) {
            throw new DeploymentFailed(result.getOutput(), result.getFailureCause());
        }
    }

    /**
     * Sets the properties that Payara Micro's own launcher sets, and others that must be set before its classes load.
     */
    static void prepareRuntime(Path serverJar) throws IOException {
        // must have a Class-Path, in which the runtime finds its services
        System.setProperty("fish.payara.micro.BootJar", serverJar.toUri().toString());
        System.setProperty(
                "fish.payara.micro.UnpackDir", serverJar.resolveSibling("").toString());
        // reveals neither product nor version to clients
        System.setProperty("product.name", "");
        // the MySQL driver's thread that closes abandoned connections: the pool closes them all, and the thread uses a
        // class loader that Payara has closed, which logs a warning every 5 s
        System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
        // with several threads the kernel deadlocks in some boots: one service changes the configuration and waits for
        // another to be created, whose dependencies wait for the configuration
        System.setProperty("org.glassfish.startupThreadPolicy", "USE_NO_THREADS");
        Properties defaults = new Properties();
        try (InputStream file = Node.class.getResourceAsStream("/MICRO-INF/payara-boot.properties")) {
            if (file != null) {
                defaults.load(file);
            }
        }
        defaults.forEach(System.getProperties()::putIfAbsent);
    }
}
