package org.consilium.aws.capacity;

import static org.consilium.aws.capacity.Figures.say;

import java.util.List;

/** Why database, cache and disks are as large as they are. */
final class StoreReasons {

    private final CapacityPlan plan;
    private final Answers answers;

    StoreReasons(CapacityPlan plan) {
        this.plan = plan;
        answers = plan.answers();
    }

    List<Reason> all() {
        return List.of(database(), cache(), storage());
    }

    private Reason database() {
        DatabaseRules database = new DatabaseRules(answers);
        return new Reason(
                "How large is the database?",
                say(
                        "below %s %% CPU; %s GB looked at again and again",
                        answers.resilience().databaseCpuPercent(), database.hotGigabytes()),
                say("%s, Multi-AZ, replicas: %s", plan.databaseType(), plan.replicas()),
                say(
                        "Writes keep %s vCPUs of the primary busy, pages %s of the replicas; the memory’s buffer pool holds"
                                + " what is hot; with one replica lost the others and the primary do the reading",
                        database.writeVcpus(), database.readVcpus()));
    }

    private Reason cache() {
        CacheRules cache = new CacheRules(answers);
        return new Reason(
                "How large is the cache?",
                say("%s KB a session", answers.storage().sessionKilobytes()),
                say("%s, replicas: %s", plan.cacheType(), plan.cacheReplicas()),
                say(
                        "%s sessions and shared data are %s GiB of the three quarters that ElastiCache leaves; %s commands a"
                                + " second",
                        cache.sessions(), cache.gibibytes(), cache.commandsPerSecond()));
    }

    private Reason storage() {
        return new Reason(
                "How much is kept?",
                say(
                        "%s KB a consultation; years: %s",
                        answers.storage().kilobytesPerConsultation(),
                        answers.storage().years()),
                say("%s GB for the database to begin with", plan.databaseStorageGigabytes()),
                "Consultations of these years and everybody’s account, and a quarter more; it grows by itself after that");
    }
}
