package org.rollcall.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.Profile;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// Finds the fields in which a contact differs from what its member should have.
public final class Diff {
  private Diff() {}

  /// The changes that make `live` equal to `wanted`; empty if it is right.
  public static List<Difference> between(Wanted wanted, Profile live) {
    return between(wanted.fields(), live);
  }

  /// The changes that make `live` hold what is wished for; empty if it does.
  public static List<Difference> between(SortedMap<FieldName, Wish> wishes, Profile live) {
    var differences = new ArrayList<Difference>();
    wishes.forEach((field, wish) -> of(field, wish, live).ifPresent(differences::add));
    return List.copyOf(differences);
  }

  /// The fields of a new contact.
  public static List<Difference> ofNew(Wanted wanted) {
    return between(wanted, Profile.EMPTY);
  }

  /// The wishes for the fields that differ, which an update sends.
  public static SortedMap<FieldName, Wish> wishes(Wanted wanted, List<Difference> differences) {
    var wishes = new TreeMap<FieldName, Wish>();
    differences.forEach(each -> wishes.put(each.field(), wanted.wish(each.field())));
    return wishes;
  }

  /// The change of one field; empty if it is right.
  public static Optional<Difference> of(FieldName field, Wish wish, Profile live) {
    var held = live.get(field);
    return switch (wish) {
      case Wish.Put(var value) when held.filter(value::equals).isPresent() -> Optional.empty();
      case Wish.Put(var value) -> Optional.of(new Difference(field, shown(held), value.shown()));
      case Wish.Clear() -> held.map(something -> new Difference(field, something.shown(), ""));
      case Wish.Leave() -> Optional.empty();
    };
  }

  private static String shown(Optional<Value> value) {
    return value.map(Value::shown).orElse("");
  }
}
