package org.rollcall.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.Projected.UnknownCode;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;

/// Counts the codes of a roster, and what contacts hold where a member has exactly one of them.
///
/// It is given members as a mapping without any name makes them, so every code is told as one
/// without a name. First all members, then the contacts. Not for use by several threads at once.
public final class CodeTally {
  private final Map<String, Set<FieldName>> fields;
  private final Map<UnknownCode, Integer> members = new HashMap<>();
  private final Map<MemberId, List<Sole>> soles = new HashMap<>();
  private final Map<UnknownCode, Sayings> sayings = new HashMap<>();

  /// The only code of a member, and the field that holds nothing else.
  private record Sole(UnknownCode code, FieldName field) {}

  /// @param fields the fields that are made with each vocabulary
  public CodeTally(Map<String, Set<FieldName>> fields) {
    this.fields = Map.copyOf(fields);
  }

  /// Takes a member.
  public void member(Projected.Ready ready) {
    ready.unknown().forEach(code -> members.merge(code, 1, Integer::sum));
    var sole = new ArrayList<Sole>();
    for (var code : ready.unknown()) {
      boolean alone = ready.unknown().stream().filter(each -> isOf(each, code)).count() == 1;
      if (alone) {
        fieldsOf(ready, code).forEach(field -> sole.add(new Sole(code, field)));
      }
    }
    if (!sole.isEmpty()) {
      soles.put(ready.wanted().member(), List.copyOf(sole));
    }
  }

  private static boolean isOf(UnknownCode one, UnknownCode other) {
    return one.vocabulary().equals(other.vocabulary());
  }

  private List<FieldName> fieldsOf(Projected.Ready ready, UnknownCode code) {
    return fields.getOrDefault(code.vocabulary(), Set.of()).stream()
        .filter(field -> ready.wanted().shown(field).equals(code.code()))
        .toList();
  }

  /// Takes a contact as Intercom has it. It counts where it carries the number of a member with
  /// exactly one code.
  public void contact(Contact contact) {
    contact
        .externalId()
        .map(id -> soles.get(new MemberId(id)))
        .ifPresent(each -> each.forEach(sole -> hear(sole, contact)));
  }

  /// Forgets all contacts, as when their list is read anew.
  public void forgetContacts() {
    sayings.clear();
  }

  /// What has the person's own name in it is no name of a code.
  private void hear(Sole sole, Contact contact) {
    var said = contact.profile().shown(sole.field());
    var person = contact.profile().shown(FieldName.NAME);
    if (!said.isBlank() && (person.isBlank() || !said.contains(person))) {
      sayings.computeIfAbsent(sole.code(), _ -> new Sayings()).add(said);
    }
  }

  /// Whether a contact can tell anything.
  public boolean hasQuestions() {
    return !soles.isEmpty();
  }

  /// The codes of each vocabulary, those of most members first.
  public SortedMap<String, List<CodeUse>> uses() {
    var uses = new TreeMap<String, List<CodeUse>>();
    members.forEach((code, count) ->
        uses.computeIfAbsent(code.vocabulary(), _ -> new ArrayList<>())
            .add(
                new CodeUse(
                    code.code(),
                    count,
                    Optional.ofNullable(sayings.get(code)).map(Sayings::verdict))));
    uses.values()
        .forEach(each ->
            each.sort(
                Comparator.comparingInt(CodeUse::members).reversed().thenComparing(CodeUse::code)));
    return uses;
  }

  private static final class Sayings {
    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String said) {
      counts.merge(said, 1, Integer::sum);
    }

    Saying verdict() {
      var most =
          counts.entrySet().stream()
              .reduce((one, two) -> two.getValue() > one.getValue() ? two : one)
              .orElseThrow();
      int all = counts.values().stream().mapToInt(Integer::intValue).sum();
      return new Saying(most.getKey(), most.getValue(), all);
    }
  }
}
