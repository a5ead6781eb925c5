package org.proviso.web;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Slot values of a request, for OpenAPI; [JsonFields#slotValues] reads them.
@Schema(
        name = "SlotValues",
        type = SchemaType.OBJECT,
        description = "Strings, numbers or booleans by slot name; rows as an array of objects, or cell by cell"
                + " as `fees[1].amount`.",
        additionalProperties = Schema.True.class)
interface SlotInput {}
