package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Profile;
import org.rollcall.model.Role;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;
import org.rollcall.run.Report;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;

/// What must hold of a world after a run, and of what the run said of it.
final class Laws {
  private Laws() {}

  static void assertRight(World world, Wanted member) {
    var own =
        world.withExternalId(member.member().value()).stream()
            .filter(StoredContact::isActive)
            .toList();
    assertThat(own).as("contacts of " + member.member()).hasSize(1);
    assertThat(own.getFirst().role()).isEqualTo(Role.USER);
    assertThat(differences(world, own.getFirst(), member)).isEmpty();
  }

  /// Whether the member has exactly one active contact, and it is as it should be.
  static boolean isRight(World world, Wanted member) {
    var own =
        world.withExternalId(member.member().value()).stream()
            .filter(StoredContact::isActive)
            .toList();
    return own.size() == 1 && differences(world, own.getFirst(), member).isEmpty();
  }

  /// Whether the member's one contact holds all that it should, also what the attribute's list
  /// lacks.
  static boolean holdsAll(World world, Wanted member) {
    return world.withExternalId(member.member().value()).stream()
        .filter(StoredContact::isActive)
        .anyMatch(own -> Diff.between(member, profile(own)).isEmpty());
  }

  /// A value that the attribute's list lacks is not to be written.
  private static List<Difference> differences(World world, StoredContact contact, Wanted member) {
    return Diff.between(member, profile(contact)).stream()
        .filter(each -> !isUnlisted(world, each))
        .toList();
  }

  private static boolean isUnlisted(World world, Difference difference) {
    return world
        .attribute(difference.field().simpleName())
        .filter(attribute -> !attribute.options().isEmpty())
        .filter(attribute -> !difference.after().isEmpty())
        .filter(attribute -> !attribute.options().contains(difference.after()))
        .isPresent();
  }

  static Profile profile(StoredContact stored) {
    var values = new TreeMap<FieldName, Value>();
    values.put(FieldName.ROLE, new Value.Text(stored.isUser() ? "user" : "lead"));
    for (var field : List.of(FieldName.EXTERNAL_ID, FieldName.NAME, FieldName.PHONE)) {
      stored.text(field.value()).ifPresent(text -> values.put(field, new Value.Text(text)));
    }
    stored.email().ifPresent(text -> values.put(FieldName.EMAIL, new Value.Email(text)));
    stored
        .attributes()
        .forEach((name, value) -> {
          if (value != null && !value.toString().isBlank()) {
            values.put(FieldName.attribute(name), new Value.Text(value.toString()));
          }
        });
    return Profile.of(values);
  }

  /// Contacts that a run may write: the eligible members' own, and those of nobody on the roster
  /// that carry a member's address.
  static boolean mayBeTaken(StoredContact contact, RandomWorld at) {
    var externalId = contact.externalId().orElse("");
    if (at.wanted.stream().anyMatch(member -> member.member().isSeenIn(externalId))) {
      return true;
    }
    boolean somebodys = !externalId.isEmpty() && at.everybody.contains(new MemberId(externalId));
    var email = contact.email().map(address -> new Value.Email(address).key());
    return !somebodys
        && at.wanted.stream().anyMatch(member -> email.equals(Optional.of(member.emailKey())));
  }

  /// A contact that carried a member's number carries it still: nobody took it from them. Marks
  /// that nobody sees may be gone.
  static void assertNobodyMixedUp(World before, RandomWorld at) {
    for (var contact : before.contacts()) {
      var externalId = contact.externalId().orElse("");
      if (!externalId.isEmpty() && at.everybody.contains(new MemberId(externalId))) {
        assertThat(at.world.contact(contact.id()).flatMap(StoredContact::externalId))
            .map(MemberId::new)
            .contains(new MemberId(externalId));
      }
    }
  }

  /// Those the report speaks of with a reason: they failed, or something of theirs was not kept.
  static Map<MemberId, Outcome> reported(Report report) {
    return report.members().stream()
        .filter(
            outcome -> outcome.result() instanceof Result.NotDone || !outcome.warnings().isEmpty())
        .collect(Collectors.toMap(Outcome::member, Function.identity()));
  }

  /// A world without the ids and times that differ from run to run.
  static List<String> shape(World world) {
    return world.contacts().stream()
        .map(contact -> "%s %s".formatted(contact.state().label(), profile(contact).values()))
        .sorted()
        .toList();
  }
}
