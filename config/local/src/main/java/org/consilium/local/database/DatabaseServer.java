package org.consilium.local.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.local.process.StartException;
import org.consilium.trail.TrailSchema;

/** A server of databases, MariaDB or MySQL, on which databases with accounts of their own can be created. */
public interface DatabaseServer {
    Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    /** The application's rights to its own database, the same as in the cloud; migrations only add. */
    String RIGHTS = "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES";

    /** The rights of the trail's owner to the trail's schema, the same as in the cloud; they can be granted, too. */
    String OWNER_RIGHTS = "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, LOCK TABLES";

    /** Options of the driver for a server on this machine; times are UTC. */
    String DRIVER_OPTIONS =
            "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";

    /** The JDBC address of the database of that name, or of the server if the name is empty. */
    String url(String name);

    /** The whole server, as somebody who may do everything there. */
    Database administrator();

    /** Creates the database if it does not exist, and an account of the same name. */
    Database createDatabase(String name);

    /** The same for an account that connects from a host. */
    default Database createDatabase(String name, String password, String host) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        String account = name + "@'" + host + "'";
        execute(List.of(
                "CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4",
                "DROP USER IF EXISTS " + account,
                "CREATE USER " + account + " IDENTIFIED BY '" + password + "'",
                // in a grant, _ is a wildcard for any character
                "GRANT " + RIGHTS + " ON `" + name.replace("_", "\\_") + "`.* TO " + account));
        execute(TrailSchema.creating(TrailSchema.beside(name), account));
        return new Database(url(name), name, password);
    }

    /** Runs the statements as the administrator of the server. */
    default void execute(List<String> statements) {
        try (Connection connection = administrator().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new StartException("the database failed: " + e.getMessage(), e);
        }
    }
}
