package org.consilium.ear.service.server;

import fish.payara.arquillian.container.payara.managed.PayaraMicroContainerConfiguration;
import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private @Nullable Archive<?> deployed;
    private @Nullable ProtocolMetaData where;
    private List<ProcessHandle> processes = List.of();

    @Override
    public void setup(PayaraMicroContainerConfiguration configuration) {
        configuration.setExtraMicroOptions("--systemProperties " + NodeProperties.write());
        super.setup(configuration);
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (where == null) {
            List<ProcessHandle> before = ProcessHandle.current().children().toList();
            where = super.deploy(archive);
            deployed = archive;
            processes = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .toList();
        }
        return where;
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
        } catch (DeploymentException | ExecutionException | TimeoutException e) {
            throw new LifecycleException("the server did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
