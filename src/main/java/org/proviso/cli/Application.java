package org.proviso.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.SigningKey;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;

/// What the commands ask of the application around them.
public interface Application {

    /// Reads a library without opening anything else.
    LoadResult load(Path library) throws IOException;

    Workbench open(LibrarySnapshot library, Path data);

    /// Serves until it is stopped, and returns the exit status.
    ///
    /// @param port null for the configured one
    int serve(Path library, Path data, @Nullable Integer port);

    /// The key that certificates are signed with: the configured one, else that below `data`, made if it is
    /// missing.
    ///
    /// @throws IllegalArgumentException naming the file if it is no such key, or open to other users
    SigningKey signingKey(Path data) throws IOException;

    /// Where the installation keeps what it learned from its own queries; it need not be there.
    Path projectionFile();

    LocalDate today();

    /// Where a default folder such as `clause-library` is: below the working directory, else beside the
    /// program.
    Path defaultFolder(String name);
}
