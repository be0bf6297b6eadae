package org.rollcall.app;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// What is kept of passwords: Argon2id with 19 MiB of memory, two passes and a salt of its own, as
/// OWASP asks for. It takes a fifth of a second, so that whoever gets hold of the store cannot try
/// many.
final class PasswordHash {
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int BYTES = 32;
  private static final int SALT = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  /// Of no password that anybody has.
  private static final class Nobodys {
    static final String HASH = of(org.rollcall.access.Password.of(random()));
  }

  private PasswordHash() {}

  /// The hash of a password, which says by itself how it was made.
  static String of(org.rollcall.access.Password password) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    return Password.hash(password.secret()).addSalt(salt).with(function()).getResult();
  }

  /// Whether a hash is of this password. Where there is none, the same work is done, so that the
  /// time does not tell.
  static boolean isOf(org.rollcall.access.Password password, Optional<String> hash) {
    var compared = hash.orElse(Nobodys.HASH);
    var same =
        Password.check(password.secret(), compared)
            .with(Argon2Function.getInstanceFromHash(compared));
    return same && hash.isPresent();
  }

  private static Argon2Function function() {
    return Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, BYTES, Argon2.ID);
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
