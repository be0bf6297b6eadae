package org.rollcall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.cli.LogLine.Level;
import org.rollcall.model.MemberId;
import org.rollcall.model.TextSet;
import org.rollcall.plan.NoticeRecord;

/// Gathers notices, so that those of one gist are one line. What the last run told is counted only.
/// Not for use by several threads at once.
final class NoticeGroups {
  /// The most members that a line names.
  private static final int NAMED = 5;

  /// What came up in a write of this night, and what the exit code tells of, is told although it
  /// was told the night before.
  private static final Set<String> NEWS = Set.of(NoticeRecord.WARNING, "fight", "known_ending");

  private static final String LISTED = "'rollcall notices' lists them.";

  private record Key(String kind, String gist) {}

  private static final class Group {
    private final LogLine first;
    private final List<MemberId> members = new ArrayList<>();
    private int notices;

    Group(LogLine first) {
      this.first = first;
    }

    void add(NoticeRecord notice) {
      notices++;
      members.addAll(notice.members());
    }
  }

  private final Map<Key, Group> groups = new LinkedHashMap<>();
  private TextSet known = new TextSet();
  private int repeated;

  /// What the last run told.
  void recall(TextSet sentences) {
    known = sentences;
  }

  /// @param line what the log says where it is the only one of its gist
  void add(NoticeRecord notice, LogLine line) {
    if (!NEWS.contains(notice.kind()) && known.contains(notice.shown())) {
      repeated++;
    } else {
      groups
          .computeIfAbsent(new Key(notice.kind(), notice.gist()), _ -> new Group(line))
          .add(notice);
    }
  }

  /// The lines of what was gathered, each once.
  List<LogLine> lines() {
    var lines =
        groups.entrySet().stream().map(each -> line(each.getKey(), each.getValue())).toList();
    groups.clear();
    return lines;
  }

  /// What was gathered and had been told by the last run; none where there is nothing.
  List<LogLine> repeated() {
    if (repeated == 0) {
      return List.of();
    }
    var line =
        LogLine.of(
                Level.INFO,
                "%s as in the last run; %s".formatted(Words.count(repeated, "notice"), LISTED))
            .with("notices", repeated);
    repeated = 0;
    return List.of(line);
  }

  private static LogLine line(Key key, Group group) {
    if (group.notices == 1) {
      return group.first;
    }
    var gist = key.gist().replaceFirst("\\.$", "");
    return LogLine.of(Level.WARN, "%s: %s; %s".formatted(gist, whom(group), LISTED))
        .with("notice", key.kind())
        .with("count", group.notices);
  }

  private static String whom(Group group) {
    var members = group.members;
    if (members.isEmpty()) {
      return group.notices + " times";
    }
    var named =
        members.stream().limit(NAMED).map(MemberId::value).collect(Collectors.joining(", "));
    return "%,d members (%s%s)"
        .formatted(members.size(), named, members.size() > NAMED ? ", …" : "");
  }
}
