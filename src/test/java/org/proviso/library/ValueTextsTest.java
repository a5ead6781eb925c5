package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Money;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.clause.SlotValue.Words;
import org.proviso.testkit.ClauseFixture;

class ValueTextsTest {

    private static final Slot FEES =
            ClauseFixture.rows("fees", 1, 3, Slot.of("service", SlotType.TEXT), Slot.of("amount", SlotType.MONEY));
    private static final SlotFormat FORMAT = new SlotFormat(ContractLocale.EN_US);

    @Test
    void rowsAreACountAndOneValueForEachCell() {
        Map<String, SlotValue> read = ValueTexts.of(
                        "values", Map.of("fees[1].service", "hosting", "fees[1].amount", "USD 5000"), problem -> {
                            throw new AssertionError(problem);
                        })
                .read(FEES, FORMAT, problem -> {
                    throw new AssertionError(problem);
                });

        assertEquals(
                Map.of(
                        "fees", Quantity.count(1),
                        "fees[1].service", new Words("hosting"),
                        "fees[1].amount", new Money("USD", BigDecimal.valueOf(5_000))),
                read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fees[1].service=hosting                                             | values.fees[1].amount: The cell is missing: give it a money.
            fees[2].service=hosting, fees[2].amount=USD 5                       | values.fees[1]: The row is missing or empty
            fees[1].service=hosting, fees[1].amount=USD 5, fees[3].service=care | values.fees[2]: The row is missing or empty
            fees[1].service=hosting, fees[1].amount=5                           | values.fees[1].amount: "5" is not a value for fees[1].amount (money)
            fees[1].service=hosting that it shall pay, fees[1].amount=USD 5     | values.fees[1].service
            fees[1].service=**hosting**, fees[1].amount=USD 5                   | values.fees[1].service
            fees[1].service=hosting. It is free, fees[1].amount=USD 5           | values.fees[1].service
            fees[1].service=hosting, fees[1].amount=USD 5, fees[1].colour=red   | values.fees[1].colour: There is no such column
            fees[01].service=hosting                                            | values.fees[01].service: This names no cell
            fees[-1].service=hosting                                            | values.fees[-1].service: This names no cell
            fees[0].service=hosting                                             | values.fees[0].service: This names no cell
            fees[51].service=hosting                                            | values.fees[51].service: This names no cell
            fees[500].service=hosting                                           | values.fees[500].service: This names no cell
            fees[1]=hosting                                                     | values.fees[1]: This names no cell
            fees[1].=hosting                                                    | values.fees[1].: This names no cell
            fees]=hosting                                                       | values.fees]: This names no cell
            fees[1].service[2].x=hosting                                        | values.fees[1].service[2].x: There is no such column
            fees=0                                                              | values.fees: The number of rows is 0: give 1 to 3.
            fees[]=0                                                            | values.fees: The number of rows is 0: give 1 to 3.
            fees[]=4                                                            | values.fees: The number of rows is 4: give 1 to 3.
            fees=hosting                                                        | values.fees: "hosting" is no number of rows
            fees=01                                                             | values.fees: "01" is no number of rows
            fees=1, fees[2].service=hosting                                     | values.fees: It says 1 rows, but row 2 is given too
            fees=2, fees[1].service=hosting, fees[1].amount=USD 5               | values.fees[2]: The row is missing or empty
            """)
    void malformedRowsAreToldWithTheirPlace(String written, String problem) {
        Map<String, String> texts = new TreeMap<>();
        for (String one : written.split(", (?=fees)")) {
            texts.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        List<FieldProblem> problems = new ArrayList<>();

        ValueTexts values = ValueTexts.of("values", texts, problems::add);
        if (values.names().contains("fees")) {
            values.refuseUnknownColumns("fees", List.of(FEES), problems::add);
            values.read(FEES, FORMAT, problems::add);
        }

        FieldProblem first = problems.getFirst();
        assertEquals(
                problem, (first.field() + ": " + first.message()).substring(0, problem.length()), problems::toString);
    }

    @Test
    void aColumnWithADefaultMayBeLeftOut() {
        Slot plain = Slot.of("unit", SlotType.TEXT);
        Slot unit = new Slot(
                "unit", plain.type(), "", new Words("hour"), null, null, 25, List.of(), Collections.emptySortedMap());
        Slot rates = ClauseFixture.rows("rates", 0, 3, Slot.of("amount", SlotType.MONEY), unit);
        List<FieldProblem> problems = new ArrayList<>();

        Map<String, SlotValue> read = ValueTexts.of("values", Map.of("rates[1].amount", "USD 5"), problems::add)
                .read(rates, FORMAT, problems::add);

        assertEquals(List.of(), problems);
        assertEquals(Set.of("rates", "rates[1].amount"), read.keySet());
    }

    @Test
    void noRowsMayBeGivenWhereNoneAreAllowed() {
        Slot rates = ClauseFixture.rows("rates", 0, 3, Slot.of("amount", SlotType.MONEY));
        List<FieldProblem> problems = new ArrayList<>();

        Map<String, SlotValue> read = ValueTexts.of("values", Map.of(ValueTexts.countOf("rates"), "0"), problems::add)
                .read(rates, FORMAT, problems::add);

        assertEquals(List.of(), problems);
        assertEquals(Map.of("rates", Quantity.count(0)), read);
    }

    @Test
    void anArrayForAnythingElseIsRefused() {
        List<FieldProblem> problems = new ArrayList<>();

        ValueTexts.of("values", Map.of(ValueTexts.countOf("users"), "1"), problems::add)
                .read(Slot.of("users", SlotType.INTEGER), FORMAT, problems::add);

        assertEquals("values.users", problems.getFirst().field());
        assertEquals(
                "It is no rows, but of the type integer: give one value, not an array.",
                problems.getFirst().message());
    }
}
