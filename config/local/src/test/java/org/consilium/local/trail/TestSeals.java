package org.consilium.local.trail;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.local.database.Database;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Ids;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.Sealer;
import org.consilium.trail.seal.SignedLine;
import org.consilium.trail.seal.Signer;
import org.consilium.trail.seal.StoredEntries;
import org.jspecify.annotations.Nullable;

/** Seals entries of a test's trail, as a node does. */
final class TestSeals implements StoredEntries, Signer {
    private final Database database;
    private final KeyPair pair;
    private @Nullable SignedLine last;

    TestSeals(Database database) {
        this.database = database;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Seals what is there, at most so many entries in a seal. */
    void seal(int most) throws SQLException {
        Sealer sealer = new Sealer(this, this, most);
        for (SignedLine next = sealer.next(last).orElse(null);
                next != null;
                next = sealer.next(last).orElse(null)) {
            try (Connection connection = database.connect();
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO seal (number, up_to, sealed_at, line, signature) VALUES (?, ?, NOW(6), ?, ?)")) {
                insert.setLong(1, Seal.parse(next).number());
                insert.setLong(2, Seal.parse(next).upTo());
                insert.setString(3, next.text());
                insert.setString(4, next.signature());
                insert.executeUpdate();
            }
            last = next;
        }
    }

    @Override
    public LocalDateTime now() {
        return LocalDateTime.parse("2026-03-10T04:00:00");
    }

    @Override
    public List<EntryLine> after(long id, int most) {
        List<EntryLine> entries = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("SELECT " + String.join(", ", EntryLine.COLUMNS)
                        + " FROM entry WHERE id > ? ORDER BY id LIMIT ?")) {
            query.setLong(1, id);
            query.setInt(2, most);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                @Nullable Object[] row = new Object[EntryLine.COLUMNS.size()];
                for (int column = 0; column < row.length; column++) {
                    row[column] = rows.getObject(column + 1);
                }
                entries.add(EntryLine.of(row));
            }
            return entries;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** There are no entries that come late. */
    @Override
    public List<EntryLine> committed(Ids ids, int most) {
        return List.of();
    }

    @Override
    public Ids taken(Ids ids) {
        return Ids.NONE;
    }

    @Override
    public String keyId() {
        return PublicKeys.id(pair.getPublic().getEncoded());
    }

    @Override
    public byte[] sign(byte[] hash) {
        try {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(hash);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    PublicKeys keys() {
        return PublicKeys.ofDer(pair.getPublic().getEncoded());
    }
}
