package org.consilium.aws.stack.data;

import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.stack.logs.Logs;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.security.Keys;
import org.consilium.aws.stack.stage.Stage;
import software.constructs.Construct;

/** All stores of a stage. */
public record Stores(Images images, Database database, Sessions sessions, Backups backups, TrailArchive archive) {

    /** Creates the stores, and opens the way from the network to the images and the archive. */
    public static Stores create(
            Construct scope, Stage stage, CapacityPlan plan, Network network, Keys keys, Logs logs) {
        Images images = new Images(scope, stage, keys.data(), logs);
        TrailArchive archive = new TrailArchive(scope, stage, keys.data(), logs);
        network.reach(images.bucket(), archive.bucket());
        Database database = new Database(scope, stage, plan, network, keys);
        Sessions sessions = new Sessions(scope, stage, plan, network, keys);
        return new Stores(
                images, database, sessions, new Backups(scope, stage, keys.data(), database, images), archive);
    }
}
