package org.consilium.ear.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.consilium.local.node.Node;
import org.consilium.testing.http.HttpVisit;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Of two nodes one seals, and the other takes over when that one is killed; each entry is in one seal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoSealersIT {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final SealedHospital hospital = new SealedHospital("sealers");
    private List<Node> nodes;

    @BeforeAll
    void start() {
        nodes = IntStream.range(0, 2).mapToObj(hospital::start).toList();
    }

    @AfterAll
    void end() {
        nodes.forEach(Node::kill);
    }

    private void awaitSealed() {
        long newest = hospital.newestEntry();
        await().atMost(WINDOW).until(() -> hospital.sealedUpTo() >= newest);
    }

    private String holder() {
        return hospital.column("SELECT holder FROM " + hospital.trail().replace("_trail", "") + ".seal_lease")
                .getFirst();
    }

    @Test
    void theOtherTakesOver() {
        List<HttpVisit> doctors = nodes.stream()
                .map(node -> SealedHospital.doctor(node.address()))
                .toList();
        CompletableFuture.allOf(doctors.stream()
                        .map(doctor -> CompletableFuture.runAsync(() -> SealedHospital.look(doctor, 20)))
                        .toArray(CompletableFuture[]::new))
                .join();
        awaitSealed();
        String before = holder();
        int sealer = before.endsWith("/" + nodes.getFirst().process().pid()) ? 0 : 1;
        nodes.get(sealer).kill();
        SealedHospital.look(doctors.get(1 - sealer), 5);
        awaitSealed();
        assertThat(holder()).isNotEqualTo(before);
        assertSealedOnce();
    }

    private void assertSealedOnce() {
        List<Long> sealed = hospital
                .column("SELECT CONCAT(line, ',\"signature\":\"', signature, '\"}') FROM " + hospital.table("seal"))
                .stream()
                .map(line -> Seal.parse(SignedLine.parse(line)))
                .flatMapToLong(seal -> seal.ids().ranges().stream()
                        .flatMapToLong(range -> LongStream.rangeClosed(range.from(), range.to())))
                .boxed()
                .toList();
        assertThat(sealed).doesNotHaveDuplicates();
        assertThat(hospital.column(
                        "SELECT id FROM " + hospital.table("entry") + " WHERE id <= " + hospital.sealedUpTo()))
                .map(Long::valueOf)
                .containsExactlyInAnyOrderElementsOf(sealed);
    }
}
