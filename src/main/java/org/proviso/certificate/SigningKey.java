package org.proviso.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/// An Ed25519 private key with its public one. It never shows itself but by [#pem].
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String LABEL = "PRIVATE KEY";

    private final PrivateKey key;
    private final VerifyingKey publicKey;

    private SigningKey(KeyPair pair) {
        this.key = pair.getPrivate();
        this.publicKey = VerifyingKey.ofDer(pair.getPublic().getEncoded());
    }

    public static SigningKey generate() {
        try {
            return new SigningKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /// @param pem as `openssl genpkey -algorithm ed25519` writes it
    /// @throws IllegalArgumentException if it is no unencrypted Ed25519 private key
    public static SigningKey ofPem(String pem) {
        byte[] der = Pem.read(LABEL, pem);
        try {
            PrivateKey read = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
            if (read instanceof EdECPrivateKey edwards && edwards.getBytes().isPresent()) {
                return new SigningKey(pair(edwards.getBytes().get()));
            }
            throw new IllegalArgumentException("It is an Ed25519 key whose bytes cannot be read.");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "It is no Ed25519 private key. Maybe it is of another algorithm; make one with: openssl genpkey"
                            + " -algorithm ed25519 -out KEY.pem",
                    e);
        }
    }

    /// The key pair of a private key's bytes. The JDK derives a public key only when it generates a pair, whose
    /// private key is the first 32 random bytes.
    private static KeyPair pair(byte[] bytes) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new Dictated(bytes));
        KeyPair pair = generator.generateKeyPair();
        if (!(pair.getPrivate() instanceof EdECPrivateKey made)
                || !Arrays.equals(bytes, made.getBytes().orElseThrow())) {
            throw new IllegalStateException(
                    "this Java platform makes Ed25519 keys of something else than random bytes");
        }
        return pair;
    }

    private static final class Dictated extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] dictated;

        Dictated(byte[] dictated) {
            this.dictated = dictated.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(dictated, 0, bytes, 0, bytes.length);
        }
    }

    public VerifyingKey publicKey() {
        return publicKey;
    }

    String pem() {
        return Pem.write(LABEL, key.getEncoded());
    }

    byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs every message", e);
        }
    }

    /// Never the private key.
    @Override
    public String toString() {
        return "the private key of " + publicKey.keyid();
    }
}
