package org.consilium.database;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections that are always inside a transaction. The server's pool turns the automatic commit off and on
 * around each transaction, which would be two statements more for each of them.
 */
public class TransactionSource extends MysqlDataSource {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection() throws SQLException {
        return transactional(super.getConnection());
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return transactional(super.getConnection(user, password));
    }

    private static Connection transactional(Connection opened) throws SQLException {
        opened.setAutoCommit(false);
        return (Connection) Proxy.newProxyInstance(
                TransactionSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> invoke(opened, method, arguments));
    }

    private static @Nullable Object invoke(Connection opened, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("setAutoCommit")) {
            return null;
        }
        try {
            return method.invoke(opened, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }
}
