package org.consilium.platform;

/** Writes a label of a domain name in ASCII (RFC 3492, section 6.3), exactly as it is given: without any mapping. */
final class Punycode {

    private static final String PREFIX = "xn--";
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;

    private final StringBuilder output = new StringBuilder();
    private int bias = INITIAL_BIAS;

    private Punycode() {}

    /** The label with the prefix of its encoding; at least one of its characters is not ASCII. */
    static String encode(String label) {
        return PREFIX + new Punycode().encoded(label.codePoints().toArray());
    }

    private String encoded(int[] input) {
        for (int character : input) {
            if (character < INITIAL_N) {
                output.append((char) character);
            }
        }
        int basic = output.length();
        if (basic > 0) {
            output.append('-');
        }
        int handled = basic;
        int delta = 0;
        int least = INITIAL_N;
        while (handled < input.length) {
            int next = smallest(input, least);
            delta += (next - least) * (handled + 1);
            least = next;
            for (int character : input) {
                if (character < least) {
                    delta++;
                } else if (character == least) {
                    append(delta);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            least++;
        }
        return output.toString();
    }

    private static int smallest(int[] input, int from) {
        int smallest = Integer.MAX_VALUE;
        for (int character : input) {
            if (character >= from && character < smallest) {
                smallest = character;
            }
        }
        return smallest;
    }

    /** A variable-length integer. */
    private void append(int delta) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = Math.clamp(k - bias, T_MIN, T_MAX);
            if (rest < threshold) {
                break;
            }
            output.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
        output.append(digit(rest));
    }

    private static char digit(int value) {
        return (char) (value < T_MAX ? 'a' + value : '0' + value - T_MAX);
    }

    private static int adapted(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }
}
