package org.rollcall.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;

/// Numbers that went from one member to another in the roster: a contact carries the number of one
/// member, and its e-mail and its name are those of another. The contact stays with the person and
/// gets their new number.
///
/// Immutable.
public final class MovedNumbers {
  /// No number has moved.
  public static final MovedNumbers NONE = new MovedNumbers(Map.of(), Map.of());

  private final Map<MemberId, Move> moves;
  private final Map<MemberId, Clash> clashes;
  private final Map<ContactId, MemberId> destinations = new HashMap<>();

  /// The new owner of the contact that carries the number of a member.
  private final Map<MemberId, MemberId> successors = new HashMap<>();

  /// A contact that goes to another member.
  ///
  /// @param place where the workspace keeps the contact
  /// @param held the external id that it carries; `""` for none
  record Move(int place, ContactId contact, String held) {}

  /// A contact for a person to decide about.
  ///
  /// @param place where the workspace keeps the contact
  /// @param reason a sentence for the operator
  record Clash(int place, String reason) {}

  /// @param moves the contacts to move, by the member whom they go to
  /// @param clashes the contacts that cannot be moved, by the member for whom nothing is done
  MovedNumbers(Map<MemberId, Move> moves, Map<MemberId, Clash> clashes) {
    this.moves = new LinkedHashMap<>(moves);
    this.clashes = new LinkedHashMap<>(clashes);
    moves.forEach((to, move) -> {
      destinations.put(move.contact(), to);
      if (!move.held().isEmpty()) {
        successors.put(new MemberId(move.held()), to);
      }
    });
  }

  /// The member whom `contact` goes to; empty where it stays with its number, or was given another
  /// since the plan was made.
  Optional<MemberId> destination(Contact contact) {
    var number = contact.externalId().orElse("");
    return Optional.ofNullable(destinations.get(contact.id()))
        .filter(to -> to.isSeenIn(number) || number.equals(Aside.on(to)) || held(to, number));
  }

  private boolean held(MemberId to, String number) {
    return Optional.ofNullable(moves.get(to))
        .filter(move -> move.held().equals(number))
        .isPresent();
  }

  /// Whether `member` takes part: they get another contact, or the contact with their number goes
  /// to somebody else.
  public boolean concerns(MemberId member) {
    return moves.containsKey(member) || successors.containsKey(member);
  }

  /// `changes` in an order in which each number is given up before somebody takes it. In a ring of
  /// members who swap their numbers one has to begin.
  public List<Change> inSafeOrder(List<Change> changes) {
    if (moves.isEmpty()) {
      return changes;
    }
    var left = new LinkedHashMap<MemberId, Change>();
    changes.forEach(change -> left.put(change.member(), change));
    var ordered = new ArrayList<Change>(changes.size());
    for (var change : changes) {
      var waiting = new ArrayDeque<Change>();
      var next = Optional.ofNullable(left.remove(change.member()));
      while (next.isPresent()) {
        waiting.push(next.get());
        next =
            Optional.ofNullable(successors.get(next.get().member()))
                .flatMap(to -> Optional.ofNullable(left.remove(to)));
      }
      ordered.addAll(waiting);
    }
    return ordered;
  }

  /// Where the workspace keeps the contact that goes to `member`.
  OptionalInt placeFor(MemberId member) {
    var move = moves.get(member);
    return move == null ? OptionalInt.empty() : OptionalInt.of(move.place());
  }

  /// Whether the contact with the number of `member` goes to somebody else.
  boolean isVacated(MemberId member) {
    return successors.containsKey(member);
  }

  /// Why nothing is done for `member`; empty where something can be.
  Optional<Clash> clash(MemberId member) {
    return Optional.ofNullable(clashes.get(member));
  }
}
