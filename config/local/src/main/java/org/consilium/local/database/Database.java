package org.consilium.local.database;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** One database of a MariaDB server, and the application's account, which has no rights outside of it. */
public record Database(String url, String user, String password) {
    public Connection connect() throws SQLException {
        // not by DriverManager: in Maven's process it may have searched for drivers before this one was loaded
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }

    /** The configuration that lets a node connect to it. */
    public Map<String, String> properties() {
        return Map.of(
                "consilium.database.url", url,
                "consilium.database.user", user,
                "consilium.database.password", password);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
