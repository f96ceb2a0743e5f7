package org.taniq.read.index;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM over the pages of one file. The key is that file's alone and each page is written once, so
/// that the page number can be the nonce; the trailer has a nonce that no page can have.
final class PageCipher {
    static final int TAG = 16;

    private static final int PAGE = 0;
    private static final int TRAILER = -1;
    private static final byte[] NOTHING = {};

    private final SecretKeySpec key;

    PageCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// The first `length` bytes of the plain page, sealed: as long and a tag.
    byte[] seal(long number, byte[] plain, int length) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, PAGE, number).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a page cannot be encrypted", e);
        }
    }

    /// The plain page, or nothing where the bytes are not those that were sealed as this page of this file.
    Optional<byte[]> open(long number, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, PAGE, number).doFinal(sealed));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a page cannot be decrypted", e);
        }
    }

    /// The tag that says: the file has this many plain bytes and ends here.
    byte[] trailer(long length) {
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, TRAILER, 0);
            cipher.updateAAD(number(length));
            return cipher.doFinal(NOTHING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a length cannot be sealed", e);
        }
    }

    private Cipher cipher(int mode, int kind, long number) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(12).putInt(kind).putLong(number).array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher;
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
