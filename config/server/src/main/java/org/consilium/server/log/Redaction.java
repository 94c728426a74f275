package org.consilium.server.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes from a text what a log must not contain: queries of URLs, credentials, and values of secrets. */
public final class Redaction {
    private static final Pattern URL = Pattern.compile("\\w://[^\\s'\"<>]+");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|passwd|pwd|secret|token)(\\s*[=:]\\s*)[^\\s,;)}\\]]+");

    private Redaction() {}

    public static String of(String text) {
        String redacted = text.contains("://")
                ? URL.matcher(text).replaceAll(url -> Matcher.quoteReplacement(plain(url.group())))
                : text;
        return SECRET.matcher(redacted).replaceAll("$1$2***");
    }

    /** The URL without user and password before the host, and without its query, which has them in a JDBC URL. */
    private static String plain(String url) {
        int query = url.indexOf('?');
        String address = query < 0 ? url : url.substring(0, query);
        int host = address.indexOf("://") + 3;
        int path = address.indexOf('/', host);
        int userInfo = address.lastIndexOf('@', path < 0 ? address.length() : path);
        return userInfo < host ? address : address.substring(0, host) + address.substring(userInfo + 1);
    }
}
