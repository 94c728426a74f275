package org.consilium.care;

/** A team as a person chooses it from a list. */
public record TeamSummary(TeamId id, String name) {}
