package org.consilium.local.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import org.consilium.local.process.Sha256;

/** A photo that is in the image store, and its row in the database. */
record StoredPhoto(DemoPhoto photo, long bytes, String sha256) {
    private static final String INSERT = """
            INSERT INTO image
                (public_id, owner_id, status, content_type, size_bytes, sha256, width, height, created_at, attached)
            VALUES (?, ?, 'STORED', ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), TRUE)
            """;

    static StoredPhoto of(DemoPhoto photo, byte[] original) {
        return new StoredPhoto(photo, original.length, HexFormat.of().formatHex(Sha256.of(original)));
    }

    void insertInto(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, photo.publicId());
            insert.setLong(2, photo.owner());
            insert.setString(3, Jpeg.CONTENT_TYPE);
            insert.setLong(4, bytes);
            insert.setString(5, sha256);
            insert.setInt(6, Sketch.WIDTH);
            insert.setInt(7, Sketch.HEIGHT);
            insert.executeUpdate();
        }
    }
}
