package org.rollcall.plan;

import java.util.List;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;

/// What a run told its operator of some members without changing anything for it, as it is
/// remembered.
///
/// @param kind a stable name: `mapping`, `skip`
/// @param gist what it says, without what differs from member to member
/// @param members whom it is about, as far as it names them
/// @param shown the sentence
/// @param masked the sentence, people masked
public record NoticeRecord(
    String kind, String gist, List<MemberId> members, String shown, String masked) {
  /// The kind of a member whom a run left out.
  public static final String SKIP = "skip";

  /// The kind of what came up while a member was written.
  public static final String WARNING = "warning";

  public NoticeRecord {
    members = List.copyOf(members);
  }

  /// Of a notice of the plan.
  public static NoticeRecord of(Notice notice) {
    return new NoticeRecord(
        NoticeText.kind(notice),
        new NoticeText(Privacy.MASK).gist(notice),
        NoticeText.members(notice),
        new NoticeText(Privacy.SHOW).of(notice),
        new NoticeText(Privacy.MASK).of(notice));
  }

  /// Of one member.
  ///
  /// @param name the member's name, to be masked in the sentence; `""` for unknown
  public static NoticeRecord of(String kind, MemberId member, String name, String sentence) {
    var about = "Member " + member + ": ";
    return new NoticeRecord(
        kind,
        Gist.of(Privacy.MASK.sentence(sentence, name)),
        List.of(member),
        about + sentence,
        about + Privacy.MASK.sentence(sentence, name));
  }

  /// The sentence, people shown as the privacy allows.
  public String sentence(Privacy privacy) {
    return switch (privacy) {
      case SHOW -> shown;
      case MASK -> masked;
    };
  }
}
