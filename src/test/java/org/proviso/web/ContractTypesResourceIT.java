package org.proviso.web;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class ContractTypesResourceIT {

    @Test
    void theRecipesAreListed() {
        get("/v1/contract-types")
                .then()
                .statusCode(200)
                .body("contractTypes.id", hasItem("mutual-nda"))
                .body("contractTypes[0].jurisdictions", hasItems("US-DE", "GB-EAW"));
    }

    @Test
    void aRecipeShowsItsLaddersForTheJurisdiction() {
        get("/v1/contract-types/mutual-nda?jurisdiction=GB-EAW")
                .then()
                .statusCode(200)
                .body("jurisdiction", is("GB-EAW"))
                .body("sections[1].heading", is("Definitions"))
                .body(
                        "sections.families.flatten().find { it.family == 'governing-law' }.ladder.clause",
                        is(List.of("governing-law.england@1", "governing-law.england-contract@1")))
                .body("sections.families.flatten().find { it.family == 'residuals' }.optional", is(true))
                .body("sections.families.flatten().find { it.family == 'residuals' }.included", is(false))
                .body(
                        "sections.families.flatten().find { it.family == 'survival' }.ladder.position",
                        is(List.of("preferred", "fallback-1", "fallback-2")));
    }

    @Test
    void theQuestionsAreTheSlotsOfADraftWithoutValues() {
        JsonPath recipe = get("/v1/contract-types/mutual-nda").jsonPath();
        JsonPath draft = Drafts.draft("{\"contractType\": \"mutual-nda\"}");

        Set<String> slots = new TreeSet<>(draft.<String>getList("questions.slot"));
        slots.addAll(
                draft.getMap("values").keySet().stream().map(Object::toString).toList());
        assertEquals(slots, new TreeSet<>(recipe.<String>getList("questions.slot")));
    }

    @Test
    void aQuestionSaysWhichClauseNeedsItAndWhatStandsThereOtherwise() {
        get("/v1/contract-types/mutual-nda")
                .then()
                .body("jurisdiction", is("US-DE"))
                .body("questions.find { it.slot == 'effective-date' }.clause", is("nda.preamble@1"))
                .body("questions.find { it.slot == 'effective-date' }.keySet()", not(hasItem("default")))
                .body("questions.find { it.slot == 'return-period' }.default", is("thirty (30) days"))
                .body("questions.find { it.slot == 'destruction-certificate' }.default", is(false))
                .body("questions.find { it.slot == 'purpose' }.maxWords", is(25));
    }
}
