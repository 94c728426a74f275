package org.consilium.notice;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people that a change concerns: patients, teams of clinicians, and single ones, by their keys, those who have a
 * patient's record open in an emergency, and the privacy officers.
 */
public record Audience(Set<String> members) {

    private static final String PATIENT = "p";
    private static final String TEAM = "t";
    private static final String CLINICIAN = "c";
    private static final String IN_EMERGENCY = "e";
    private static final String OFFICERS = "o";

    public Audience {
        members = Set.copyOf(members);
    }

    static Audience ofPatient(long accountKey) {
        return new Audience(Set.of(PATIENT + accountKey));
    }

    /** The clinicians who have opened a patient's record in an emergency. */
    static Audience inEmergencyOf(long patientKey) {
        return new Audience(Set.of(IN_EMERGENCY + patientKey));
    }

    static Audience ofClinician(long accountKey) {
        return new Audience(Set.of(CLINICIAN + accountKey));
    }

    /** All privacy officers. */
    static Audience ofOfficers() {
        return new Audience(Set.of(OFFICERS));
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

    /** The keys of the clinicians whom it names one by one. */
    List<Long> clinicians() {
        return members.stream()
                .filter(member -> member.matches(CLINICIAN + "\\d{1,18}"))
                .map(member -> Long.valueOf(member.substring(CLINICIAN.length())))
                .toList();
    }

    public boolean meets(Audience other) {
        return members.stream().anyMatch(other.members::contains);
    }
}
