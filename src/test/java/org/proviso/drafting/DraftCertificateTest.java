package org.proviso.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.proviso.certificate.CertificateCheck;
import org.proviso.certificate.Certifier;
import org.proviso.certificate.CheckResult;
import org.proviso.certificate.Scope;
import org.proviso.certificate.SigningKey;
import org.proviso.certificate.Trust;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.library.ContractType.Item;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.SampleLibrary;
import org.proviso.verification.Verifier;

class DraftCertificateTest {

    private static final LibrarySnapshot LIBRARY = SampleLibrary.library();
    private static final DraftingChain CHAIN = new DraftingChain(LIBRARY, new Verifier(LIBRARY));
    private static final Certifier CERTIFIER = new Certifier(LIBRARY, SigningKey.generate(), null);
    private static final Trust PINNED = new Trust(LIBRARY.root(), null, null);

    @Test
    void everyDraftOfTheSampleLibraryHasACertificateThatHolds() {
        int drafted = 0;
        for (Jurisdiction jurisdiction : SampleLibrary.mutualNda().jurisdictions()) {
            for (Item item : SampleLibrary.mutualNda().items().toList()) {
                for (ClauseVersion clause : LIBRARY.ladder(
                        item.family(), SampleLibrary.mutualNda().id(), jurisdiction, SampleLibrary.TODAY)) {
                    DraftRequest request =
                            request(jurisdiction, SampleLibrary.NDA_VALUES, Map.of(item.family(), clause.position()));
                    try {
                        CheckResult result = checked(request, CHAIN.draft(request));

                        assertEquals(List.of(), result.findings(), clause.versionId()::toString);
                        assertEquals(Scope.CONTRACT, result.scope());
                        drafted++;
                    } catch (InvalidRequestException conflict) {
                        assertTrue(conflict.getMessage().contains("contradict each other"));
                    }
                }
            }
        }
        assertTrue(drafted > 80, drafted + " drafts");
    }

    @Test
    void anOpenDraftHasNone() {
        DraftRequest request = request(new Jurisdiction("US-DE"), Map.of(), Map.of());
        Draft draft = CHAIN.draft(request);

        assertThrows(IllegalArgumentException.class, () -> DraftCertificate.of(CERTIFIER, request, draft));
    }

    private static CheckResult checked(DraftRequest request, Draft draft) {
        return CertificateCheck.check(
                DraftCertificate.of(CERTIFIER, request, draft).file(),
                draft.document().markdown().getBytes(StandardCharsets.UTF_8),
                PINNED,
                null);
    }

    private static DraftRequest request(
            Jurisdiction jurisdiction, Map<String, String> values, Map<FamilyId, Position> positions) {
        return new DraftRequest(
                SampleLibrary.mutualNda(),
                jurisdiction,
                SampleLibrary.TODAY,
                new TreeMap<>(values),
                new TreeMap<>(positions),
                new TreeSet<>(),
                new TreeSet<>());
    }
}
