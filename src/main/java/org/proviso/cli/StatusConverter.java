package org.proviso.cli;

import java.util.Arrays;
import org.proviso.clause.Status;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A clause's status as the library writes it.
final class StatusConverter implements ITypeConverter<Status> {

    @Override
    public Status convert(String value) {
        return Arrays.stream(Status.values())
                .filter(status -> status.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("write draft, approved or retired"));
    }
}
