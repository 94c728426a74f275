package org.consilium.server.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes from a text what a log must not contain: queries of URLs, credentials, values of secrets, values that a
 * database quotes, and e-mail addresses.
 */
public final class Redaction {
    private static final Pattern URL = Pattern.compile("\\w://[^\\s'\"<>]+");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|passwd|pwd|secret|token)(\\s*[=:]\\s*)[^\\s,;)}\\]]+");

    /** Messages of MySQL and MariaDB that quote a value, such as "Duplicate entry 'a' for key 'b'". */
    private static final Pattern QUOTED = Pattern.compile(
            "((?:Duplicate entry|[Ii]ncorrect [\\w() ]{1,40} value:?) )'.*?'(?= for |$)", Pattern.MULTILINE);

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}._%+-]{1,64}@(?:[\\p{L}\\p{M}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,63}");

    private Redaction() {}

    public static String of(String text) {
        String redacted = text.contains("://")
                ? URL.matcher(text).replaceAll(url -> Matcher.quoteReplacement(plain(url.group())))
                : text;
        return addresses(SECRET.matcher(redacted).replaceAll("$1$2***"));
    }

    private static String addresses(String text) {
        String unquoted = QUOTED.matcher(text).replaceAll("$1***");
        return unquoted.contains("@") ? EMAIL.matcher(unquoted).replaceAll("***@***") : unquoted;
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
