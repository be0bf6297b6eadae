package org.rollcall.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.Privacy;
import org.rollcall.review.JournaledFight;

/// What comes back every time, for a person to read.
record FightsView(Privacy privacy) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  /// One line for each field of a member.
  List<StyledLine> of(List<JournaledFight> fights) {
    if (fights.isEmpty()) {
      return List.of(StyledLine.of("Nothing was written in the same way in run after run."));
    }
    var lines = new ArrayList<StyledLine>();
    lines.add(StyledLine.EMPTY.bold("What runs wrote, and found to be another value each time:"));
    fights.forEach(each -> lines.add(StyledLine.of(line(each))));
    return lines;
  }

  private String line(JournaledFight each) {
    var fight = each.fight();
    var field = fight.difference().field();
    return "  %s  %s  %s → %s  %d times from %s to %s  (%s, %s)"
        .formatted(
            fight.member(),
            field,
            shown(privacy.field(field, fight.difference().before())),
            shown(privacy.field(field, fight.difference().after())),
            fight.times(),
            TIME.format(fight.first()),
            TIME.format(fight.last()),
            each.sync(),
            each.target().workspace().id());
  }

  private static String shown(String text) {
    return text.isEmpty() ? "(empty)" : text;
  }
}
