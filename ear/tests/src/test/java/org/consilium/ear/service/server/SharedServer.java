package org.consilium.ear.service.server;

import fish.payara.arquillian.container.payara.managed.PayaraMicroContainerConfiguration;
import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jspecify.annotations.Nullable;

/**
 * The server that ships, started for the first test class with all of them inside, and stopped after the last: every
 * class asks for the same deployment, and a start takes longer than most classes.
 */
public final class SharedServer extends PayaraMicroDeployableContainer {

    /** Longer than the server lets accepted requests finish. */
    private static final int GRACE_SECONDS = 45;

    private static final String DEPLOY = "--deploy";

    /** An option that Arquillian's server has, and the nodes that start at the same time have not. */
    private static final String OF_ARQUILLIAN = "--showServletMappings";

    private @Nullable Archive<?> deployed;
    private @Nullable ProtocolMetaData where;
    private List<ProcessHandle> processes = List.of();
    private Optional<Path> copy = Optional.empty();

    @Override
    public void setup(PayaraMicroContainerConfiguration configuration) {
        configuration.setExtraMicroOptions("--systemProperties " + NodeProperties.write());
        super.setup(configuration);
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (where == null) {
            where = super.deploy(archive);
            deployed = archive;
            processes = ProcessHandle.current()
                    .children()
                    .filter(child -> arguments(child).contains(OF_ARQUILLIAN))
                    .toList();
            copy = processes.stream().flatMap(SharedServer::application).findFirst();
        }
        return where;
    }

    /** The file that the server was told to deploy. */
    private static Stream<Path> application(ProcessHandle server) {
        List<String> arguments = arguments(server);
        return Stream.of(arguments.indexOf(DEPLOY))
                .filter(at -> at >= 0 && at + 1 < arguments.size())
                .map(at -> Path.of(arguments.get(at + 1)));
    }

    private static List<String> arguments(ProcessHandle process) {
        return List.of(process.info().arguments().orElseGet(() -> new String[0]));
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // the next class uses it
    }

    @Override
    public void stop() throws LifecycleException {
        if (deployed == null) {
            return;
        }
        try {
            super.undeploy(deployed);
            for (ProcessHandle process : processes) {
                process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
            }
            removeCopy();
        } catch (IOException | DeploymentException | ExecutionException | TimeoutException e) {
            throw new LifecycleException("the server did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The container leaves its copy of the EAR in two folders made for it. */
    private void removeCopy() throws IOException {
        if (copy.isPresent()) {
            Path file = copy.get();
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolve("..").normalize());
            Files.deleteIfExists(file.resolve("../..").normalize());
        }
    }
}
