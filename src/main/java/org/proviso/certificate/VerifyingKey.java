package org.proviso.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/// An Ed25519 public key; equal to another if their bytes are.
public final class VerifyingKey {

    static final String LABEL = "PUBLIC KEY";

    private static final int DER_BYTES = 44;

    /// How the SubjectPublicKeyInfo of every Ed25519 key begins (RFC 8410); the 32 bytes of the key follow.
    private static final byte[] DER_START = HexFormat.of().parseHex("302a300506032b6570032100");

    /// 2^255 - 19.
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /// The y coordinates of the points whose order is 1, 2, 4 or 8: multiplied by 8, each is the neutral element.
    private static final Set<BigInteger> SMALL_ORDER = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            PRIME.subtract(BigInteger.ONE),
            new BigInteger("2707385501144840649318225287225658788936804267575313519463743609750303402022"),
            new BigInteger("55188659117513257062467267217118295137698188065244968500265048394206261417927"));

    private final byte[] der;
    private final PublicKey key;

    private VerifyingKey(byte[] der, PublicKey key) {
        this.der = der;
        this.key = key;
    }

    /// @param der a SubjectPublicKeyInfo
    /// @throws IllegalArgumentException if it is of no Ed25519 key
    static VerifyingKey ofDer(byte[] der) {
        if (der.length != DER_BYTES || !Arrays.equals(der, 0, DER_START.length, DER_START, 0, DER_START.length)) {
            throw new IllegalArgumentException("It is no Ed25519 public key. Maybe it is of another algorithm.");
        }
        if (isWeak(der)) {
            throw new IllegalArgumentException(
                    "It is an Ed25519 point of small order, by which anyone can sign anything.");
        }
        try {
            return new VerifyingKey(
                    der.clone(), KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("It is no Ed25519 public key.", e);
        }
    }

    /// Whether the key is a point of small order, or not in its one form.
    private static boolean isWeak(byte[] der) {
        byte[] bigEndian = new byte[DER_BYTES - DER_START.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = der[DER_BYTES - 1 - i];
        }
        bigEndian[0] &= 0x7F;
        BigInteger y = new BigInteger(1, bigEndian);
        return y.compareTo(PRIME) >= 0 || SMALL_ORDER.contains(y);
    }

    /// @param pem as `openssl pkey -pubout` writes it
    /// @throws IllegalArgumentException if it is no Ed25519 public key
    public static VerifyingKey ofPem(String pem) {
        return ofDer(Pem.read(LABEL, pem));
    }

    public String pem() {
        return Pem.write(LABEL, der);
    }

    /// The SubjectPublicKeyInfo in Base64.
    String base64() {
        return Base64Text.write(der);
    }

    /// SHA-256 over the SubjectPublicKeyInfo, in lower-case hexadecimal.
    public String keyid() {
        return Digests.hex(der);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey key && MessageDigest.isEqual(der, key.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return keyid();
    }
}
