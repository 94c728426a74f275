package org.consilium.aws.capacity.chart;

import java.util.Locale;

/**
 * A line over the time of day, with the bound that it should stay below, and the minute of an event.
 *
 * @param title for screen readers, and as a tooltip
 * @param unit of the values
 * @param bound shown as a dashed line; negative for none
 * @param event minute of the day, shown as a vertical line; negative for none
 */
public record LineChart(String title, String unit, TimeLine line, double bound, int event) {

    private static final double WIDTH = 340;
    private static final double HEIGHT = 176;
    private static final double LEFT = 44;
    private static final double RIGHT = 16;
    private static final double TOP = 20;
    private static final double BOTTOM = 22;
    private static final int HOUR = 60;
    private static final int DAY = 1440;

    /** The chart as an SVG element. */
    public String svg() {
        Scale scale = Scale.upTo(Math.max(line.highest(), bound));
        StringBuilder svg = new StringBuilder();
        add(svg, "<svg viewBox='0 0 %.0f %.0f' role='img'><title>%s</title>", WIDTH, HEIGHT, title);
        grid(svg, scale);
        hours(svg);
        if (event >= 0) {
            add(svg, "<path class='event' d='M%.1f %.1fV%.1f'/>", x(event), TOP, HEIGHT - BOTTOM);
        }
        if (bound >= 0) {
            double y = y(bound, scale);
            add(svg, "<path class='bound' d='M%.1f %.1fH%.1f'/>", LEFT, y, WIDTH - RIGHT);
        }
        curve(svg, scale);
        return svg.append("</svg>").toString();
    }

    private void grid(StringBuilder svg, Scale scale) {
        for (int step = 0; step <= scale.steps(); step++) {
            double value = step * scale.step();
            double y = y(value, scale);
            add(svg, "<path class='grid' d='M%.1f %.1fH%.1f'/>", LEFT, y, WIDTH - RIGHT);
            add(svg, "<text x='%.1f' y='%.1f' class='y'>%s</text>", LEFT - 5, y + 3.5, label(value));
        }
        add(svg, "<text x='%.1f' y='%.1f' class='y'>%s</text>", LEFT - 5, TOP - 11, unit);
    }

    private void hours(StringBuilder svg) {
        int every = line.minutes() > DAY / 2 ? 4 * HOUR : HOUR;
        int first = (line.firstMinute() + every - 1) / every * every;
        for (int minute = first; minute <= line.firstMinute() + line.minutes(); minute += every) {
            add(svg, "<text x='%.1f' y='%.1f' class='x'>%02d:00</text>", x(minute), HEIGHT - 6, minute / HOUR);
        }
    }

    private void curve(StringBuilder svg, Scale scale) {
        svg.append("<path class='line' d='");
        for (int at = 0; at < line.minutes(); at++) {
            double value = line.values().get(at);
            add(svg, "%s%.1f %.1f", at == 0 ? "M" : "L", x(line.firstMinute() + at), y(value, scale));
        }
        svg.append("'/>");
    }

    private double x(int minute) {
        double share = (minute - line.firstMinute()) / (double) Math.max(1, line.minutes());
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value, Scale scale) {
        return HEIGHT - BOTTOM - value / scale.end() * (HEIGHT - TOP - BOTTOM);
    }

    private static String label(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value).replaceFirst("0$", "");
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
