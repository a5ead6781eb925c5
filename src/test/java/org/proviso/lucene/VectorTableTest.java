package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.SearchIndex.Hit;

class VectorTableTest {

    private static final int DIMENSIONS = 6;

    /// Enough for several threads, the last block not full.
    private static final int TEXTS = 3 * VectorTable.LEAST_FOR_A_THREAD * VectorTable.BLOCK + 100;

    private static final Projection PROJECTION = Projection.identity(DIMENSIONS);

    private static final VectorTable.Scoring COSINE = new VectorTable.Scoring() {
        @Override
        public double of(int number, double cosine) {
            return cosine;
        }

        @Override
        public double atMost(double cosine) {
            return cosine;
        }
    };

    /// Few different vectors, so that many texts have equal scores.
    @Test
    void theBestOfAllThreadsAreTheBestOfAll() {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            VectorTable table = table(random);
            MappedQuery query = MappedQuery.of(vector(random), PROJECTION);
            FixedBitSet accepted = new FixedBitSet(TEXTS);
            IntStream.range(0, TEXTS).filter(_ -> random.nextInt(3) > 0).forEach(accepted::set);
            IntFunction<ClauseVersionId> ids =
                    number -> new ClauseVersionId(new ClauseId(String.format("c%06d", number)), 1);
            double[] cosines = table.cosines(query);
            List<Hit> all = IntStream.range(0, TEXTS)
                    .filter(accepted::get)
                    .mapToObj(number -> new Hit(ids.apply(number), cosines[number]))
                    .sorted(SearchIndex.ORDER)
                    .toList();

            for (int k : List.of(0, 1, 100, TEXTS)) {
                List<Hit> best = table.nearest(query, accepted, k, COSINE, ids);

                assertEquals(all.subList(0, Math.min(k, all.size())), best, "seed " + seed);
            }
        }
    }

    private static VectorTable table(Random random) {
        List<VectorKey> keys = IntStream.range(0, TEXTS)
                .mapToObj(i -> VectorKey.of("text " + i))
                .toList();
        Map<VectorKey, QuantizedVector> vectors = new HashMap<>();
        keys.forEach(key -> vectors.put(key, QuantizedVector.of(vector(random))));
        VectorTable table = new VectorTable(keys, PROJECTION);
        table.put(vectors);
        return table;
    }

    private static float[] vector(Random random) {
        float[] vector = new float[DIMENSIONS];
        vector[random.nextInt(DIMENSIONS)] = 0.8f;
        vector[random.nextInt(DIMENSIONS)] += 0.6f;
        return vector;
    }
}
