package org.proviso.library;

/// A recipe and where it was read from.
record LoadedContractType(ContractType contractType, YamlMap source) {}
