package org.consilium.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a server on this machine for a page and looks at the status alone. */
public final class HttpProbe {
    private HttpProbe() {}

    /** Whether the answer is 200; false also if there is none within the timeout. */
    public static boolean isOk(URI address, Duration timeout) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout((int) timeout.toMillis());
            connection.setReadTimeout((int) timeout.toMillis());
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
