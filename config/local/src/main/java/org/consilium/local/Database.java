package org.consilium.local;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** One database of a MariaDB, and the account that the application has in it, without any right elsewhere. */
public record Database(String url, String user, String password) {
    public Connection connect() throws SQLException {
        // not through DriverManager: inside Maven it may have looked for drivers before this one was there
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }

    /** The configuration by which a node reaches it. */
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
