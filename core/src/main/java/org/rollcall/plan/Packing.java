package org.rollcall.plan;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rollcall.model.ByteLog;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Profile;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// Stores contacts and members as bytes. Unpacking gives an equal object that is shown the same.
///
/// Field names and attribute values are stored as numbers, because many people share them, such as
/// all members of a region. One thread packs; then any number may read.
final class Packing {
  /// After this many different attribute values, further ones are stored as text.
  private static final int SHARED = 10_000;

  private static final Pattern HEXADECIMAL = Pattern.compile("([0-9a-f]{2})+");

  private enum Kind {
    TEXT,
    EMAIL,
    NUMERIC,
    YES,
    NO,
    SHARED,
    CLEAR,
    LEAVE,
    /// The value is the member's own number.
    MEMBER
  }

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final ByteLog log = new ByteLog();
  private final Numbered<FieldName> names = new Numbered<>();
  private final Numbered<Value.Text> values = new Numbered<>();
  private byte[] buffer = new byte[256];
  private int length;

  /// @return the address for reading it
  int pack(Contact contact) {
    length = 0;
    id(contact.id().value());
    number(contact.createdAt());
    number(contact.lastSeenAt());
    number(contact.profile().values().size());
    contact
        .profile()
        .values()
        .forEach((name, value) -> {
          number(names.of(name));
          value(name, value);
        });
    return log.append(buffer, length);
  }

  Contact contact(int address) {
    var from = log.at(address);
    var id = new ContactId(id(from));
    long createdAt = number(from);
    long lastSeenAt = number(from);
    var fields = new TreeMap<FieldName, Value>();
    for (long left = number(from); left > 0; left--) {
      fields.put(names.at((int) number(from)), value(kind(from), from));
    }
    return new Contact(id, new Profile(fields), createdAt).seenAt(lastSeenAt);
  }

  /// @return the address for reading it
  int pack(Wanted wanted) {
    length = 0;
    text(wanted.member().value());
    number(wanted.fields().size());
    wanted
        .fields()
        .forEach((name, wish) -> {
          number(names.of(name));
          switch (wish) {
            case Wish.Put(Value.Text(var shown)) when shown.equals(wanted.member().value()) ->
                kind(Kind.MEMBER);
            case Wish.Put(var value) -> value(name, value);
            case Wish.Clear() -> kind(Kind.CLEAR);
            case Wish.Leave() -> kind(Kind.LEAVE);
          }
        });
    number(wanted.warnings().size());
    wanted.warnings().forEach(this::text);
    return log.append(buffer, length);
  }

  Wanted wanted(int address) {
    var from = log.at(address);
    var member = new MemberId(text(from));
    SortedMap<FieldName, Wish> fields = new TreeMap<>();
    for (long left = number(from); left > 0; left--) {
      fields.put(names.at((int) number(from)), wish(member, from));
    }
    var warnings = new ArrayList<String>();
    for (long left = number(from); left > 0; left--) {
      warnings.add(text(from));
    }
    return new Wanted(member, fields, warnings);
  }

  private Wish wish(MemberId member, ByteBuffer from) {
    var kind = kind(from);
    return switch (kind) {
      case CLEAR -> new Wish.Clear();
      case LEAVE -> new Wish.Leave();
      case MEMBER -> new Wish.Put(new Value.Text(member.value()));
      case TEXT, EMAIL, NUMERIC, YES, NO, SHARED -> new Wish.Put(value(kind, from));
    };
  }

  private void value(FieldName name, Value value) {
    switch (value) {
      case Value.Text text when isShared(name) && values.takes(text, SHARED) -> {
        kind(Kind.SHARED);
        number(values.of(text));
      }
      case Value.Text(var shown) -> {
        kind(Kind.TEXT);
        text(shown);
      }
      case Value.Email(var shown) -> {
        kind(Kind.EMAIL);
        text(shown);
      }
      case Value.Numeric(var number) -> {
        kind(Kind.NUMERIC);
        text(number.toString());
      }
      case Value.Flag(var flag) -> kind(flag ? Kind.YES : Kind.NO);
    }
  }

  private static boolean isShared(FieldName name) {
    return name.isAttribute() || name.equals(FieldName.ROLE);
  }

  private Value value(Kind kind, ByteBuffer from) {
    return switch (kind) {
      case TEXT -> new Value.Text(text(from));
      case EMAIL -> new Value.Email(text(from));
      case NUMERIC -> new Value.Numeric(new BigDecimal(text(from)));
      case YES -> new Value.Flag(true);
      case NO -> new Value.Flag(false);
      case SHARED -> values.at((int) number(from));
      case CLEAR, LEAVE, MEMBER -> throw new IllegalStateException("A wish is not a value.");
    };
  }

  private void kind(Kind kind) {
    octet(KINDS.indexOf(kind));
  }

  private static Kind kind(ByteBuffer from) {
    return KINDS.get(from.get());
  }

  /// Intercom's ids are hexadecimal, so two digits fit into a byte. The lowest bit of the length
  /// tells whether this id is hexadecimal.
  private void id(String id) {
    if (HEXADECIMAL.matcher(id).matches()) {
      var bytes = HexFormat.of().parseHex(id);
      number(bytes.length * 2L + 1);
      octets(bytes);
    } else {
      var bytes = id.getBytes(StandardCharsets.UTF_8);
      number(bytes.length * 2L);
      octets(bytes);
    }
  }

  private static String id(ByteBuffer from) {
    long length = number(from);
    var bytes = new byte[(int) (length >>> 1)];
    from.get(bytes);
    return (length & 1) == 1
        ? HexFormat.of().formatHex(bytes)
        : new String(bytes, StandardCharsets.UTF_8);
  }

  private void text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    octets(bytes);
  }

  private void octets(byte[] bytes) {
    for (byte each : bytes) {
      octet(each);
    }
  }

  private static String text(ByteBuffer from) {
    int length = (int) number(from);
    var text =
        new String(
            from.array(), from.arrayOffset() + from.position(), length, StandardCharsets.UTF_8);
    from.position(from.position() + length);
    return text;
  }

  /// Stores seven bits per byte, the lowest first; the eighth bit is set if more bytes follow.
  private void number(long number) {
    long left = number;
    while ((left & ~0x7FL) != 0) {
      octet((int) (left & 0x7F) | 0x80);
      left >>>= 7;
    }
    octet((int) left);
  }

  private static long number(ByteBuffer from) {
    long number = 0;
    int shift = 0;
    byte next;
    do {
      next = from.get();
      number |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return number;
  }

  private void octet(int octet) {
    if (length == buffer.length) {
      buffer = Arrays.copyOf(buffer, length * 2);
    }
    buffer[length++] = (byte) octet;
  }

  /// Gives each thing a number, in the order of first use.
  private static final class Numbered<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    boolean takes(T thing, int most) {
      return things.size() < most || numbers.containsKey(thing);
    }

    int of(T thing) {
      return numbers.computeIfAbsent(
          thing,
          _ -> {
            things.add(thing);
            return things.size() - 1;
          });
    }

    T at(int number) {
      return things.get(number);
    }
  }
}
