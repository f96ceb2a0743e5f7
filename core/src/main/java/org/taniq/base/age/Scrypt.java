package org.taniq.base.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/// The way into an age file by a passphrase: its scrypt stanza (C2SP age, "The scrypt recipient type").
final class Scrypt implements RecipientStanzaWriter, RecipientStanzaReader {
    static final String TYPE = "scrypt";
    /// 2^20 takes about 6 s and 1 GiB. Nobody can make us do more by putting a file in our way.
    static final int MOST_WORK = 20;

    private static final byte[] LABEL = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]?");
    private static final int SALT = 16;
    private static final int WRAPPED_KEY = 32;

    private final byte[] passphrase;
    private final int logWork;

    /// @param passphrase as UTF-8; stays the caller's, who wipes it
    Scrypt(byte[] passphrase, int logWork) {
        this.passphrase = passphrase;
        this.logWork = logWork;
    }

    @Override
    public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] body = cipher(Cipher.ENCRYPT_MODE, salt, logWork).doFinal(fileKey.getEncoded());
        String salted = CanonicalBase64.getEncoder().encodeToString(salt);
        return List.of(new Stanza(TYPE, List.of(salted, Integer.toString(logWork)), body));
    }

    @Override
    public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        refuseCompany(stanzas);
        for (RecipientStanza stanza : stanzas) {
            if (stanza.getType().equals(TYPE)) {
                return unwrap(stanza);
            }
        }
        throw new UnsupportedRecipientStanzaException("not locked with a passphrase");
    }

    /// A passphrase must be the only way in, so that who opens with it knows that who knows it wrote the
    /// file.
    static void refuseCompany(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        var types = new ArrayList<String>();
        stanzas.forEach(stanza -> types.add(stanza.getType()));
        if (types.contains(TYPE) && types.size() > 1) {
            throw new InvalidKeyException("a passphrase stanza is not alone");
        }
    }

    private FileKey unwrap(RecipientStanza stanza) throws GeneralSecurityException {
        List<String> arguments = stanza.getArguments();
        byte[] body = stanza.getBody();
        if (arguments.size() != 2 || body.length != WRAPPED_KEY) {
            throw new InvalidKeyException("a passphrase stanza of another shape");
        }
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, salt(arguments.getFirst()), work(arguments.getLast()));
        try {
            return new FileKey(cipher.doFinal(body));
        } catch (AEADBadTagException wrong) {
            throw new UnsupportedRecipientStanzaException("wrong passphrase");
        }
    }

    private static byte[] salt(String argument) throws GeneralSecurityException {
        try {
            byte[] salt = CanonicalBase64.getDecoder().decode(argument.getBytes(StandardCharsets.US_ASCII));
            if (salt.length == SALT) {
                return salt;
            }
        } catch (IllegalArgumentException notCanonical) {
            throw new InvalidKeyException("the salt of a passphrase stanza is no canonical base64", notCanonical);
        }
        throw new InvalidKeyException("the salt of a passphrase stanza has another length");
    }

    private static int work(String argument) throws GeneralSecurityException {
        if (!DECIMAL.matcher(argument).matches() || Integer.parseInt(argument) > MOST_WORK) {
            throw new InvalidKeyException("the work factor of a passphrase stanza is not 1 to " + MOST_WORK);
        }
        return Integer.parseInt(argument);
    }

    /// The wrap key is used for one file key only, so the nonce is zero.
    private Cipher cipher(int mode, byte[] salt, int log) throws GeneralSecurityException {
        byte[] labelled = Arrays.copyOf(LABEL, LABEL.length + SALT);
        System.arraycopy(salt, 0, labelled, LABEL.length, SALT);
        byte[] key = SCrypt.generate(passphrase, labelled, 1 << log, 8, 1, 32);
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
        Arrays.fill(key, (byte) 0);
        return cipher;
    }
}
