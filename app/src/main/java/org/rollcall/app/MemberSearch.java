package org.rollcall.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wanted;
import org.rollcall.run.MappedRoster;

/// Finds members by words, in whatever case.
record MemberSearch(List<String> wanted) {
  MemberSearch(String words) {
    this(
        Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /// Those whose number, e-mail or name has all words; nobody where there are none.
  List<FoundMember> among(MappedRoster roster, int most) {
    return wanted.isEmpty()
        ? List.of()
        : roster.wanted().stream().map(MemberSearch::known).filter(this::fits).limit(most).toList();
  }

  private static FoundMember known(Wanted member) {
    return new FoundMember(
        member.member(), member.shown(FieldName.NAME), member.shown(FieldName.EMAIL));
  }

  private boolean fits(FoundMember member) {
    var text = "%s %s %s".formatted(member.id(), member.email(), member.name());
    return wanted.stream().allMatch(text.toLowerCase(Locale.ROOT)::contains);
  }
}
