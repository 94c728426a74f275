package org.consilium.aws.capacity.report;

/**
 * Why something has its size.
 *
 * @param question that the architecture starts from
 * @param answer of this hospital
 * @param result the size or figure that follows
 * @param rule by which it follows, with its source
 */
record Reason(String question, String answer, String result, String rule) {}
