package org.proviso.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.proviso.json.Written;
import org.proviso.library.ContractType;

/// The recipes of the library.
@Schema(name = "ContractTypeList")
record ContractTypeList(String root, List<Row> contractTypes) {

    @Schema(name = "ContractTypeRow")
    record Row(String id, String title, String description, List<String> jurisdictions, List<String> families) {

        static Row of(ContractType contractType) {
            return new Row(
                    contractType.id().value(),
                    contractType.title(),
                    contractType.description(),
                    Written.strings(contractType.jurisdictions()),
                    contractType.families().map(Object::toString).toList());
        }
    }
}
