package org.consilium.notice;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The people that a change concerns: patients, teams of clinicians, and single ones, by their keys. */
public record Audience(Set<String> members) {

    private static final String PATIENT = "p";
    private static final String TEAM = "t";
    private static final String CLINICIAN = "c";

    public Audience {
        members = Set.copyOf(members);
    }

    static Audience ofPatient(long accountKey) {
        return new Audience(Set.of(PATIENT + accountKey));
    }

    static Audience ofTeams(Collection<Long> teams) {
        return new Audience(teams.stream().map(team -> TEAM + team).collect(Collectors.toSet()));
    }

    static Audience ofClinicians(Collection<Long> accountKeys) {
        return new Audience(accountKeys.stream().map(key -> CLINICIAN + key).collect(Collectors.toSet()));
    }

    Audience and(Audience other) {
        Set<String> all = new HashSet<>(members);
        all.addAll(other.members);
        return new Audience(all);
    }

    public boolean meets(Audience other) {
        return members.stream().anyMatch(other.members::contains);
    }
}
