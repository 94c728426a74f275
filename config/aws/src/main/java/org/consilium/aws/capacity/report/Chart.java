package org.consilium.aws.capacity.report;

/**
 * A chart with its caption.
 *
 * @param svg the chart as an SVG element
 */
public record Chart(String caption, String svg) {}
