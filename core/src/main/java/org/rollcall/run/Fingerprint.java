package org.rollcall.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// Tells whether a member's contact should still be what it was, without holding it.
///
/// @param bits the first 64 bits of a SHA-256, `0` where it is not known what the contact holds
public record Fingerprint(long bits) {
  /// Of a contact that is there and whose fields are not known.
  public static final Fingerprint UNKNOWN = new Fingerprint(0);

  /// Of everything that `wanted` says of the contact. Fields that are left alone do not count.
  public static Fingerprint of(Wanted wanted) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      wanted.fields().entrySet().forEach(field -> digest.update(bytes(field)));
      return new Fingerprint(ByteBuffer.wrap(digest.digest()).getLong());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256.", missing);
    }
  }

  private static byte[] bytes(Map.Entry<FieldName, Wish> field) {
    var text =
        switch (field.getValue()) {
          case Wish.Put(var value) -> field.getKey().value() + "=" + value.shown() + "\0";
          case Wish.Clear() -> field.getKey().value() + "\0";
          case Wish.Leave() -> "";
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
