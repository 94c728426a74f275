package org.consilium.web.account.device;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser as its owner recognizes it in a list: its name, that of its system, and the network that it came from. The
 * header User-Agent itself would tell more than is needed.
 */
public final class Device {
    private static final int MAX_HEADER = 500;
    private static final String SEPARATOR = " · ";

    /** The first one that is found counts: most browsers also claim to be others. */
    private static final List<Mark> BROWSERS = List.of(
            Mark.of("Edge", "\\bEdg(e|A|iOS)?/"),
            Mark.of("Opera", "\\bOPR/|\\bOPT/"),
            Mark.of("Samsung Internet", "\\bSamsungBrowser/"),
            Mark.of("Firefox", "\\b(Firefox|FxiOS)/"),
            Mark.of("Chrome", "(Chrome|Chromium|CriOS)/"),
            Mark.of("Safari", "\\bSafari/"));

    private static final List<Mark> SYSTEMS = List.of(
            Mark.of("iPhone", "\\biPhone\\b"),
            Mark.of("iPad", "\\biPad\\b"),
            Mark.of("Android", "\\bAndroid\\b"),
            Mark.of("ChromeOS", "\\bCrOS\\b"),
            Mark.of("Windows", "\\bWindows\\b"),
            Mark.of("macOS", "\\bMac OS X\\b|\\bMacintosh\\b"),
            Mark.of("Linux", "\\bLinux\\b"));

    private record Mark(String name, Pattern pattern) {
        static Mark of(String name, String pattern) {
            return new Mark(name, Pattern.compile(pattern));
        }
    }

    private Device() {}

    /** With the network. */
    public static String of(HttpServletRequest request) {
        return Stream.concat(parts(request), Stream.of(request.getRemoteAddr())).collect(Collectors.joining(SEPARATOR));
    }

    /** Without the network; empty if neither the browser nor its system is known. */
    public static String named(HttpServletRequest request) {
        return parts(request).collect(Collectors.joining(SEPARATOR));
    }

    private static Stream<String> parts(HttpServletRequest request) {
        String header = Objects.toString(request.getHeader("User-Agent"), "");
        String agent = header.substring(0, Math.min(header.length(), MAX_HEADER));
        return Stream.concat(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    private static Stream<String> first(List<Mark> marks, String agent) {
        return marks.stream()
                .filter(mark -> mark.pattern().matcher(agent).find())
                .map(Mark::name)
                .limit(1);
    }
}
