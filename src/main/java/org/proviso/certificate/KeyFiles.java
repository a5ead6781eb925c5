package org.proviso.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Keys on disk: PEM files, of which a private one is its owner's alone from its first byte.
public final class KeyFiles {

    private static final int MAX_BYTES = 16 << 10;

    private KeyFiles() {}

    /// Reads a private key.
    ///
    /// @throws IllegalArgumentException naming the file if it is no such key or others may read it
    /// @throws IOException if it cannot be read
    public static SigningKey read(Path file) throws IOException {
        refuseShared(file);
        try {
            return SigningKey.ofPem(text(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// Reads a public key.
    ///
    /// @throws IllegalArgumentException naming the file if it is no such key
    /// @throws IOException if it cannot be read
    public static VerifyingKey readPublic(Path file) throws IOException {
        try {
            return VerifyingKey.ofPem(text(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The public key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// Makes a new private key in a file, and its public key beside it.
    ///
    /// @throws FileAlreadyExistsException if one of the files is there
    public static SigningKey create(Path file, Path publicFile) throws IOException {
        if (Files.exists(publicFile)) {
            throw new FileAlreadyExistsException(publicFile.toString());
        }
        publish(file, SigningKey.generate().pem());
        SigningKey key = read(file);
        writePublic(publicFile, key);
        return key;
    }

    /// The private key in a file, which is made if it is missing; its public key is put beside it. Of several
    /// processes that start at once, all get the same key.
    public static SigningKey readOrCreate(Path file, Path publicFile) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(folder(file));
            try {
                publish(file, SigningKey.generate().pem());
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; its key is as good.
            }
        }
        SigningKey key = read(file);
        keepPublic(publicFile, key);
        return key;
    }

    /// Puts the public key of a private one into a file, unless it is there.
    public static void keepPublic(Path publicFile, SigningKey key) throws IOException {
        byte[] pem = key.publicKey().pem().getBytes(StandardCharsets.US_ASCII);
        if (!Files.isRegularFile(publicFile)
                || Files.size(publicFile) != pem.length
                || !Arrays.equals(Files.readAllBytes(publicFile), pem)) {
            Files.createDirectories(folder(publicFile));
            writePublic(publicFile, key);
        }
    }

    /// Gives a whole file its name, unless the name is taken.
    private static void publish(Path file, String pem) throws IOException {
        Path part = folder(file).resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createFile(part, ownerOnly(part));
            Files.writeString(part, pem, StandardOpenOption.WRITE);
            try {
                Files.createLink(file, part);
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (UnsupportedOperationException | FileSystemException e) {
                Files.move(part, file);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writePublic(Path file, SigningKey key) throws IOException {
        Path part = folder(file).resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.writeString(part, key.publicKey().pem(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " is not a file.");
        }
        return folder;
    }

    /// Lets nobody but the owner read or write a new file.
    private static FileAttribute<?> ownerOnly(Path file) throws IOException {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        }
        if (!views.contains("acl")) {
            throw new IOException("The file system of " + file
                    + " cannot keep a private key from other users. Maybe put the data folder on another one.");
        }
        AclEntry mine = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(file.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name")))
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new FileAttribute<List<AclEntry>>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return List.of(mine);
            }
        };
    }

    private static void refuseShared(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> others = EnumSet.of(
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.GROUP_WRITE,
                PosixFilePermission.OTHERS_READ,
                PosixFilePermission.OTHERS_WRITE);
        others.retainAll(Files.getPosixFilePermissions(file));
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "The key " + file + " is open to other users. Close it with: chmod 600 " + file);
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("It is larger than 16 KiB, so it is no key.");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
