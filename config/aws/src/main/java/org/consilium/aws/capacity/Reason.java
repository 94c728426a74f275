package org.consilium.aws.capacity;

/**
 * Why something is as large as it is.
 *
 * @param question that the architecture starts from
 * @param answer of this hospital
 * @param derived what follows
 * @param rule by which it follows, with its source
 */
record Reason(String question, String answer, String derived, String rule) {}
