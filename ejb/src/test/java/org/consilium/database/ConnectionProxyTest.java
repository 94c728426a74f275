package org.consilium.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionProxyTest {

    private static final Connection OPENED = (Connection) Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                if (method.getName().equals("getCatalog")) {
                    return "consilium";
                }
                throw new SQLException(method.getName());
            });

    private static Connection proxy() {
        return ConnectionProxy.of(OPENED, Map.of("isClosed", (self, opened, arguments) -> true));
    }

    @Test
    void equalsItselfAlone() {
        Connection one = proxy();
        Connection same = Set.of(one).iterator().next();
        Connection other = proxy();
        // assertions do not ask an object whether it equals itself
        assertThat(one.equals(same)).isTrue();
        assertThat(one.equals(other)).isFalse();
        assertThat(one).hasSameHashCodeAs(same);
    }

    @Test
    void onlySomeMethodsAreReplaced() throws SQLException {
        assertThat(proxy().isClosed()).isTrue();
        assertThat(proxy().getCatalog()).isEqualTo("consilium");
        assertThatThrownBy(() -> proxy().getSchema())
                .isInstanceOf(SQLException.class)
                .hasMessage("getSchema");
    }
}
