package org.rollcall.cli;

import java.time.Duration;
import java.util.Locale;
import org.rollcall.apply.Remedy;
import org.rollcall.model.SyncName;
import org.rollcall.model.Wording;

/// The small words that the views share.
final class Words {
  private Words() {}

  /// `487.23s`.
  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2fs", duration.toNanos() / 1e9);
  }

  /// A wait: `5s`, `0.25s`; never `0s` for one that is not over.
  static String pause(Duration duration) {
    if (duration.toMillisPart() == 0) {
      return duration.toSeconds() + "s";
    }
    return String.format(Locale.ROOT, "%.2fs", Math.max(duration.toMillis(), 10) / 1e3);
  }

  /// `rollcall resume --sync north`; the name of the only sync is left out.
  static String command(String command, SyncName sync) {
    return "rollcall " + command + (sync.equals(SyncName.DEFAULT) ? "" : " --sync " + sync);
  }

  /// `1 contact`, `2 contacts`.
  static String count(long number, String one) {
    return Wording.count(number, one);
  }

  /// A constant's name as data: `FIND_BY_EMAIL` → `find_by_email`.
  static String token(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// What stands beside other figures only where there is any: `, 2 leavers`.
  static String beside(int count, String what) {
    return beside(count, what, what + "s");
  }

  static String beside(int count, String one, String many) {
    return count == 0 ? "" : ", %d %s".formatted(count, count == 1 ? one : many);
  }

  /// A cell of a column; one that is wider stays as it is.
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  static String of(Remedy remedy) {
    return switch (remedy) {
      case INSPECT -> "inspected";
      case FIND_BY_EXTERNAL_ID -> "found by external id";
      case FIND_BY_EMAIL -> "found by e-mail";
      case UNARCHIVE -> "unarchived";
      case UNBLOCK -> "unblocked";
      case REARCHIVE -> "archived again";
      case ARCHIVE_DUPLICATE -> "duplicate archived first";
      case PUT_ASIDE -> "number put aside";
      case FOLLOW_MERGE -> "merge followed";
      case WITHOUT_FIELD -> "sent without a field";
      case CHECK_LANDED -> "looked whether it had landed";
      case CONFIRM -> "read once more";
      case WRITE_REST -> "later changes written over";
      case HAND_BACK -> "given back";
      case CREATE_ANEW -> "created anew";
    };
  }
}
