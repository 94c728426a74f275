package org.consilium.database;

import java.util.Properties;

/** The database user, and the user's password. */
record Login(String user, String password) {

    /** The settings of a connection, with this user. */
    Properties in(Properties settings) {
        Properties all = new Properties();
        all.putAll(settings);
        all.setProperty("user", user);
        all.setProperty("password", password);
        return all;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user;
    }
}
