package org.consilium.ear.stand;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database holds, to see that a refused step has left nothing behind. */
public final class Records {

    private Records() {}

    public static long accounts(String email) {
        return number("SELECT COUNT(*) FROM account WHERE email = ?", email);
    }

    /** Those that wait for the proof of their address. */
    public static long registrations(String email) {
        return number("SELECT COUNT(*) FROM registration WHERE email = ?", email);
    }

    public static long consultationsOf(String email) {
        return number("SELECT COUNT(*) FROM consultation JOIN account a ON a.id = patient_id WHERE a.email = ?", email);
    }

    public static long messagesIn(String consultation) {
        return number(
                "SELECT COUNT(*) FROM message JOIN consultation c ON c.id = consultation_id WHERE c.public_id = ?",
                consultation);
    }

    public static long notesIn(String consultation) {
        return number(
                "SELECT COUNT(*) FROM staff_note JOIN consultation c ON c.id = consultation_id WHERE c.public_id = ?",
                consultation);
    }

    public static long imagesOf(String email) {
        return number("SELECT COUNT(*) FROM image JOIN account a ON a.id = owner_id WHERE a.email = ?", email);
    }

    /** The number that a query about one thing gives. */
    public static long number(String query, Object... values) {
        try (Connection connection = Stand.get().database().connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            fill(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The text that a query about one thing gives. */
    public static String text(String query, Object... values) {
        try (Connection connection = Stand.get().database().connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            fill(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    public static void change(String statement, Object... values) {
        try (Connection connection = Stand.get().database().connect();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            fill(prepared, values);
            prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
    }
}
