package org.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.Privacy;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.JournaledRun;

/// What a run noticed, for a person: those of one gist together, in the order of telling.
record NoticesView(Privacy privacy) {
  List<StyledLine> of(JournaledRun run, List<NoticeRecord> notices) {
    var groups =
        notices.stream()
            .collect(
                Collectors.groupingBy(NoticeRecord::gist, LinkedHashMap::new, Collectors.toList()));
    var heading =
        StyledLine.EMPTY.plain(
            "Run %s: %s".formatted(run.run(), Words.count(notices.size(), "notice")));
    return Stream.concat(
            Stream.of(heading),
            groups.entrySet().stream().flatMap(each -> group(each.getKey(), each.getValue())))
        .toList();
  }

  private Stream<StyledLine> group(String gist, List<NoticeRecord> notices) {
    var title =
        notices.size() == 1
            ? Stream.of(StyledLine.EMPTY)
            : Stream.of(
                StyledLine.EMPTY,
                StyledLine.EMPTY.yellow(
                    "%s (%d)".formatted(gist.replaceFirst("\\.$", ""), notices.size())));
    var indent = notices.size() == 1 ? "" : "  ";
    return Stream.concat(
        title,
        notices.stream().map(each -> StyledLine.EMPTY.plain(indent + each.sentence(privacy))));
  }
}
