package org.proviso.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.proviso.certificate.KeyFiles;
import org.proviso.certificate.RootSignature;
import org.proviso.certificate.SigningKey;
import org.proviso.library.LibrarySnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `proviso library sign`
@Command(
        name = "sign",
        description =
                "Writes library.sig: the owner's signature on the library's root. Keep the key away from the server.",
        mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--key", paramLabel = "OWNER.pem", required = true, description = "the owner's Ed25519 private key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Option(names = "--new-key", description = "make the key first, and OWNER.pem.pub to hand out")
    private boolean newKey;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SignCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        LibrarySnapshot library = folders.snapshot(application);
        SigningKey owner = owner();
        try {
            RootSignature.sign(library, owner, application.today()).writeTo(folders.library(application));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    RootSignature.NAME + " cannot be written in " + folders.library(application) + ": " + e.getMessage()
                            + ".");
        }
        String keyid = owner.publicKey().keyid();
        spec.commandLine()
                .getOut()
                .println(
                        folders.json()
                                ? Json.write(Map.of("root", library.root().hex(), "keyid", keyid))
                                : library.root() + "\nsigned by " + keyid);
        return ExitStatus.FINE;
    }

    private SigningKey owner() {
        try {
            if (newKey) {
                return KeyFiles.create(key, Path.of(key + ".pub"));
            }
            if (!Files.isRegularFile(key)) {
                throw new CommandFailure(
                        ExitStatus.WRONG_USE, "There is no key " + key + ". Maybe make it with --new-key.");
            }
            return KeyFiles.read(key);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    e.getMessage() + " is there already. Leave out --new-key, or name another file.");
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE, "The key " + key + " cannot be used: " + e.getMessage() + ".");
        }
    }
}
