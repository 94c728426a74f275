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
 * Payara Micro inside this process. It boots without an application and deploys the EAR after: with the EAR among its
 * own arguments it fails, as its summary does not know EARs.
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
        useUrlsOfTheJdk();
    }

    /**
     * Takes back Payara Micro's handler of {@code jar:} URLs, which it registers at the boot. It reads jars within
     * jars, which are not in this distribution, and is slower than the JDK's.
     */
    private static void useUrlsOfTheJdk() {
        System.clearProperty("java.protocol.handler.pkgs");
        // without a factory it only forgets the handlers that are known
        URL.setURLStreamHandlerFactory(null);
    }

    /**
     * Deploys the application under the context roots of its own application.xml.
     *
     * @throws DeploymentFailed with what Payara says of the cause
     */
    void deploy(Path ear) throws DeploymentFailed {
        run("deploy", "--availabilityenabled=false", ear.toString());
    }

    /** Takes the application down, so that its beans can clean up, and then the rest. */
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

    /** What Payara Micro's own launcher tells the runtime, and what must be set before its classes load. */
    static void prepareRuntime(Path serverJar) throws IOException {
        // a jar with a Class-Path: by it the runtime finds its services
        System.setProperty("fish.payara.micro.BootJar", serverJar.toUri().toString());
        System.setProperty(
                "fish.payara.micro.UnpackDir", serverJar.resolveSibling("").toString());
        // names neither product nor version to the outside
        System.setProperty("product.name", "");
        // the MySQL driver's thread against connections that nobody closes: the pool closes them all, and the thread
        // reads by a class loader that Payara has closed, which warns of it every 5 s
        System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
        // with threads of its own the kernel deadlocks now and then at the boot: one service adds to the configuration,
        // and waits for another that is being made, whose dependencies wait for the configuration
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
