package org.rollcall.review;

import org.rollcall.model.Privacy;
import org.rollcall.plan.Notice;
import org.rollcall.plan.NoticeText;

/// Something that a plan tells beside its changes.
///
/// @param kind a word for programs, such as `unknown_code`
/// @param shown the sentence, people as they are
/// @param masked the same, people masked
public record PlanNotice(String kind, String shown, String masked) {
  static PlanNotice of(Notice notice) {
    return new PlanNotice(
        NoticeText.kind(notice),
        new NoticeText(Privacy.SHOW).of(notice),
        new NoticeText(Privacy.MASK).of(notice));
  }

  /// The sentence.
  public String text(Privacy privacy) {
    return switch (privacy) {
      case SHOW -> shown;
      case MASK -> masked;
    };
  }
}
