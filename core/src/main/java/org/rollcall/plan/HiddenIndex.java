package org.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.MemberId;

/// Contacts that can be brought back, found by external id.
///
/// Only the number tells whose a contact is that cannot be read. Where several carry one number,
/// nothing tells which of them to take, so none is; Intercom names one when the member is written.
///
/// Immutable.
public final class HiddenIndex {
  /// None at all.
  public static final HiddenIndex NONE = new HiddenIndex(Map.of(), List.of());

  private final Map<MemberId, HiddenContact> byNumber;
  private final List<String> words;

  private HiddenIndex(Map<MemberId, HiddenContact> byNumber, List<String> words) {
    this.byNumber = byNumber;
    this.words = words;
  }

  /// The index of these contacts. Those that are neither archived nor blocked are left out, because
  /// whether they can be brought back is not known.
  public static HiddenIndex of(List<HiddenContact> contacts) {
    var byNumber = new HashMap<MemberId, HiddenContact>();
    var several = new HashSet<MemberId>();
    var words = new ArrayList<String>();
    for (var contact : contacts) {
      switch (contact.status()) {
        case HiddenStatus.Archived(), HiddenStatus.Blocked() ->
            contact
                .number()
                .filter(number -> byNumber.put(number, contact) != null)
                .ifPresent(several::add);
        case HiddenStatus.Other(var word) -> words.add(word);
      }
    }
    several.forEach(byNumber::remove);
    return new HiddenIndex(byNumber, words);
  }

  /// The contact with this member's number.
  public Optional<HiddenContact> of(MemberId member) {
    return Optional.ofNullable(byNumber.get(member));
  }

  /// What to tell of the contacts that are neither archived nor blocked, as a sentence.
  public Optional<String> others() {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Intercom lists contacts with members' numbers (%d) that are neither archived nor blocked, but %s. What they are shows when the members are written."
                .formatted(words.size(), quoted()));
  }

  private String quoted() {
    return new TreeSet<>(words)
        .stream()
            .limit(5)
            .map(word -> word.isEmpty() ? "without a status" : "“" + word + "”")
            .collect(Collectors.joining(", "));
  }
}
