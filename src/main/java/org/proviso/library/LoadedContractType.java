package org.proviso.library;

import java.util.Map;
import org.proviso.clause.FamilyId;

/// A recipe and where it was read from.
///
/// @param file relative to the library's folder
/// @param lines where it names each family
record LoadedContractType(ContractType contractType, YamlMap source, String file, Map<FamilyId, Integer> lines) {}
