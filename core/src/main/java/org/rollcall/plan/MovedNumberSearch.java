package org.rollcall.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Role;
import org.rollcall.model.Visible;
import org.rollcall.model.Wanted;

/// Looks for numbers that went from one member to another.
///
/// A contact moves if its number says one member, its e-mail and its name both say another, and
/// that one has no other contact with their own number, or only one that moves, too. The member
/// whose number becomes free takes the contact that has their own e-mail and name, if there is one,
/// even with a number that nobody has any more.
final class MovedNumberSearch {
  private final List<Wanted> wanted;
  private final ContactIndex workspace;
  private final Roll roll;

  private MovedNumberSearch(List<Wanted> wanted, ContactIndex workspace, Roll roll) {
    this.wanted = wanted;
    this.workspace = workspace;
    this.roll = roll;
  }

  static MovedNumbers of(List<Wanted> wanted, ContactIndex workspace, Roll roll) {
    var search = new MovedNumberSearch(wanted, workspace, roll);
    var strange = search.strange();
    return search.search(strange, search.owners(strange), Map.of());
  }

  /// The same where `wanted` are only some of the eligible members. A contact that may be somebody
  /// else's who was not read, or that may be the member's although it carries such a number, is
  /// left alone, and so is the member.
  static MovedNumbers ofSome(List<Wanted> wanted, ContactIndex workspace, Roll roll) {
    var search = new MovedNumberSearch(wanted, workspace, roll);
    var strange = search.strange();
    var unjudged = new UnjudgedContacts(wanted, workspace, roll);
    var clashes = new LinkedHashMap<>(unjudged.underAnothersNumber());
    var owners = search.owners(strange);
    strange.forEach((member, placed) -> {
      if (!owners.containsKey(person(placed.contact())) && isNamed(placed.contact())) {
        clashes.put(member.member(), UnjudgedContacts.underTheirNumber(placed));
      }
    });
    return search.search(strange, owners, clashes);
  }

  /// A contact that seems to be another member's.
  ///
  /// @param from the member whose number it carries
  /// @param to the member whose e-mail and name it has
  private record Suspect(Placed placed, Wanted from, Wanted to) {
    MovedNumbers.Move move() {
      return MovedNumberSearch.move(placed);
    }
  }

  /// @param unjudged members for whom nothing may be done anyhow
  private MovedNumbers search(
      Map<Wanted, Placed> strange,
      Map<Person, Wanted> owners,
      Map<MemberId, MovedNumbers.Clash> unjudged) {
    var suspects = suspects(strange, owners);
    if (suspects.isEmpty() && unjudged.isEmpty()) {
      return MovedNumbers.NONE;
    }
    var agreed = agreed(suspects);
    var moves = new LinkedHashMap<MemberId, MovedNumbers.Move>();
    agreed.forEach((_, suspect) -> moves.put(suspect.to().member(), suspect.move()));
    agreed.values().stream()
        .map(Suspect::from)
        .filter(free -> !moves.containsKey(free.member()))
        .forEach(free -> own(free).ifPresent(move -> moves.put(free.member(), move)));
    var clashes = new LinkedHashMap<>(unjudged);
    clashes.keySet().removeAll(moves.keySet());
    for (var each : suspects) {
      if (!agreed.containsKey(each.from().member())) {
        clashes.put(
            each.from().member(), new MovedNumbers.Clash(each.placed().place(), reason(each)));
      }
    }
    return new MovedNumbers(moves, clashes);
  }

  private static String reason(Suspect suspect) {
    return "Contact %s carries the member's number, but its e-mail and its name are those of member %s; settle in Intercom whose it is, or correct the numbers in the roster."
        .formatted(suspect.placed().contact().id(), suspect.to().member());
  }

  private static List<Suspect> suspects(Map<Wanted, Placed> strange, Map<Person, Wanted> owners) {
    return strange.entrySet().stream()
        .flatMap(each ->
            Optional.ofNullable(owners.get(person(each.getValue().contact())))
                .map(owner -> new Suspect(each.getValue(), each.getKey(), owner))
                .stream())
        .toList();
  }

  /// The contacts that have neither the e-mail nor the name of the member whose number they carry.
  private Map<Wanted, Placed> strange() {
    var strange = new LinkedHashMap<Wanted, Placed>();
    for (var each : wanted) {
      workspace
          .placedOf(each.member())
          .filter(placed -> isStrange(placed.contact(), each))
          .ifPresent(placed -> strange.put(each, placed));
    }
    return strange;
  }

  private static boolean isStrange(Contact contact, Wanted member) {
    return contact.emailKey().filter(key -> !key.equals(member.emailKey())).isPresent()
        && !isNamed(contact, member);
  }

  /// The members with the e-mails and names of these contacts. Of several with the same there is
  /// none.
  private Map<Person, Wanted> owners(Map<Wanted, Placed> strange) {
    var sought =
        strange.values().stream()
            .map(placed -> person(placed.contact()))
            .filter(person -> !person.name().isEmpty())
            .collect(Collectors.toSet());
    if (sought.isEmpty()) {
      return Map.of();
    }
    var keys = sought.stream().map(Person::email).collect(Collectors.toSet());
    var owners = new HashMap<Person, Optional<Wanted>>();
    wanted.stream()
        .filter(each -> keys.contains(each.emailKey()))
        .forEach(each ->
            owners.merge(
                new Person(each.emailKey(), name(each.shown(FieldName.NAME))),
                Optional.of(each),
                (_, _) -> Optional.empty()));
    owners.keySet().retainAll(sought);
    owners.values().removeIf(Optional::isEmpty);
    return owners.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().orElseThrow()));
  }

  /// @param email in the form used for look-ups
  /// @param name in lower case, with single blanks; `""` for none
  private record Person(String email, String name) {}

  private static Person person(Contact contact) {
    return new Person(contact.emailKey().orElse(""), name(contact.profile().shown(FieldName.NAME)));
  }

  /// The suspects that can move, by the member whose number they carry. Whether one can may depend
  /// on another, so those that cannot are left out until all can.
  private Map<MemberId, Suspect> agreed(List<Suspect> suspects) {
    var rivals = new HashMap<MemberId, Integer>();
    suspects.forEach(each -> rivals.merge(each.to().member(), 1, Integer::sum));
    var agreed = new LinkedHashMap<MemberId, Suspect>();
    suspects.stream()
        .filter(each -> Objects.equals(rivals.get(each.to().member()), 1))
        .forEach(each -> agreed.put(each.from().member(), each));
    boolean changed;
    do {
      changed = agreed.values().removeIf(each -> hasAnother(each.to(), agreed));
    } while (changed);
    return agreed;
  }

  /// Whether a contact carries the member's number already, and stays with it.
  private boolean hasAnother(Wanted member, Map<MemberId, Suspect> agreed) {
    return workspace.placedOf(member.member()).isPresent() && !agreed.containsKey(member.member());
  }

  /// The one user that has the member's e-mail and name, and no number, or one that looks like a
  /// member's and is nobody's. Another system's id is left alone.
  private Optional<MovedNumbers.Move> own(Wanted member) {
    if (roll.isShared(member.emailKey())) {
      return Optional.empty();
    }
    var theirs =
        workspace.withEmail(member.emailKey(), _ -> true).stream()
            .filter(placed -> placed.contact().role() == Role.USER)
            .filter(placed -> isNamed(placed.contact(), member))
            .filter(placed -> isNobodys(placed.contact(), member))
            .toList();
    return theirs.size() == 1 ? Optional.of(move(theirs.getFirst())) : Optional.empty();
  }

  private static MovedNumbers.Move move(Placed placed) {
    var contact = placed.contact();
    return new MovedNumbers.Move(placed.place(), contact.id(), contact.externalId().orElse(""));
  }

  private boolean isNobodys(Contact contact, Wanted member) {
    var number = contact.externalId().orElse("");
    return switch (roll.ownerOf(number, member.member())) {
      case NOBODY -> true;
      case UNKNOWN -> form(Visible.of(number)).equals(form(member.member().value()));
      case THIS_MEMBER, ANOTHER_MEMBER -> false;
    };
  }

  private static String form(String number) {
    return number.replaceAll("\\p{N}+", "0").replaceAll("\\p{L}+", "a");
  }

  private static boolean isNamed(Contact contact) {
    return !name(contact.profile().shown(FieldName.NAME)).isEmpty();
  }

  static boolean isNamed(Contact contact, Wanted member) {
    var name = name(member.shown(FieldName.NAME));
    return !name.isEmpty() && name.equals(name(contact.profile().shown(FieldName.NAME)));
  }

  private static String name(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
