package org.consilium.ear.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.consilium.ear.stand.GrantedAccess;

/** Looks at what is really stored, and turns back times that no test can wait for. */
@ApplicationScoped
public class Rows {

    @Resource(lookup = "java:app/jdbc/consilium-reads")
    private DataSource dataSource;

    long count(String from, Object... values) {
        return Long.parseLong(only("select count(*) from " + from, values));
    }

    /** The first column of the only row. */
    String only(String sql, Object... values) {
        List<String> found = column(sql, values);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " rows: " + sql);
        }
        return found.get(0);
    }

    /** A counter of the database server. */
    long counter(String name) {
        return Long.parseLong(column(2, "show global status like ?", name).getFirst());
    }

    /** The first column of every row; "null" where there is nothing. */
    List<String> column(String sql, Object... values) {
        return column(1, sql, values);
    }

    private List<String> column(int place, String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(place)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A connection of its own, for what is to be committed later. */
    Connection open() throws SQLException {
        return dataSource.getConnection();
    }

    void change(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("nothing changed: " + sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Lets somebody reach consultations of other teams. */
    GrantedAccess grant() {
        return new GrantedAccess(this::change);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
