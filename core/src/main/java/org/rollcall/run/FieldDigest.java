package org.rollcall.run;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Value;
import org.rollcall.plan.Difference;

/// Tells whether a member's value is still the one that was seen before, without holding it.
///
/// Keyed with the member, so that two members with one value have different digests. That keeps
/// values out of plain sight and no more: somebody who knows the member can try all phone numbers.
/// So whatever holds digests stays private.
///
/// @param hex HMAC-SHA256 in lower-case hexadecimal digits
public record FieldDigest(String hex) {
  private static final String ALGORITHM = "HmacSHA256";

  /// The digest of what `field` of `member` shall hold.
  public static FieldDigest of(MemberId member, FieldName field, Value value) {
    return of(member, field.value() + "\n" + value.shown());
  }

  /// The same in an attribute of this shape.
  static FieldDigest of(MemberId member, FieldName field, Value value, AttributeShapes shapes) {
    var shape = shapes.of(field);
    return shape.isEmpty()
        ? of(member, field, value)
        : of(member, String.join("\n", field.value(), shape, value.shown()));
  }

  /// The digest of what a field of `member` shall hold together with what it holds, in an attribute
  /// of this shape.
  static FieldDigest of(MemberId member, Difference difference, AttributeShapes shapes) {
    return of(
        member,
        String.join(
            "\n",
            "held",
            difference.field().value(),
            shapes.of(difference.field()),
            difference.before(),
            difference.after()));
  }

  /// The digest of any text about `member`.
  static FieldDigest of(MemberId member, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(member.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return new FieldDigest(
          HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has " + ALGORITHM + ".", missing);
    }
  }
}
