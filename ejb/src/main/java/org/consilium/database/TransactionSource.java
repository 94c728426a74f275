package org.consilium.database;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens connections that are always inside a transaction. The server's pool turns the automatic commit off and on
 * around each transaction, which would be two statements more for each of them.
 */
public class TransactionSource extends ConnectionSource {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    Connection prepared(Connection opened) throws SQLException {
        opened.setAutoCommit(false);
        return super.prepared(opened);
    }

    @Override
    Map<String, ConnectionProxy.Replacement> methods() {
        Map<String, ConnectionProxy.Replacement> methods = new HashMap<>(super.methods());
        methods.put("setAutoCommit", (self, opened, arguments) -> null);
        return methods;
    }
}
